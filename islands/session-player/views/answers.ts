// Which answers does a question offer? A scale, a few choices, ticks, a list of places, a test of
// strength: each is one tap, or a few and "Go on".

import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { answer } from '../answering.ts'
import type { Question } from '../asking.ts'
import type { Leg } from '../engine/types.ts'
import type { SessionPlayer } from '../player.ts'
import { bar, button, heading, icon } from './parts.ts'

const GRADES = [0, 1, 2, 3] as const
const SCALE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

export type Say = (value: string) => void
export type Choices = readonly (readonly [string, string])[]

export function three(player: SessionPlayer): Choices {
  return ['yes', 'no', 'not_sure'].map((one) => [one, player.words.say(`choice.${one}`)])
}

export function weak(player: SessionPlayer): Choices {
  const known = ['new_or_more', 'none', 'not_sure']
  return known.map((one) => [one, player.words.say(`choice.${one}`)])
}

export function grades(player: SessionPlayer): Choices {
  return GRADES.map((one) => [String(one), player.words.say(`grade.${one}`)])
}

export function side(player: SessionPlayer, leg: Leg): string {
  return player.words.own(`${leg}_leg`)
}

export function scale(player: SessionPlayer, page: string, title: string, say: Say): TemplateResult {
  const { words } = player
  return html`${heading(page, title)}
    <div class="answers answers--scale">
      ${SCALE.map((one) => button(String(one), () => say(String(one)), 'other'))}
    </div>
    <p class="scale__ends"><span>0: ${words.say('scale.none')}</span><span>10: ${words.say('scale.worst')}</span></p>
    ${bar(player, nothing)}`
}

export function choices(
  player: SessionPlayer,
  page: string,
  title: string,
  known: Choices,
  say: Say,
): TemplateResult {
  return html`${heading(page, title)}
    <div class="answers">${known.map(([value, label]) => button(label, () => say(value), 'other'))}</div>
    ${bar(player, nothing)}`
}

/** Anything new? Ticks, and one button that says there is nothing. */
export function ticks(player: SessionPlayer, page: string, key: string): TemplateResult {
  const { words, data, known } = player
  const both = known.legs.length > 1
  const lines = data.new.ticks.filter((one) => one !== 'other_leg' || !both)
  return boxes(player, page, key, words.own('new_title'), {
    lines: lines.map((one) => [one, words.say(`after_set.${one}`)]),
    none: words.own('nothing_new'),
  })
}

export function unsure(player: SessionPlayer, page: string, key: string): TemplateResult {
  const { words } = player
  const lines: Choices = ['place', 'tingling', 'numbness'].map((one) => [one, words.say(`unsure.${one}`)])
  return boxes(player, page, key, words.say('field.not_sure.label'), { lines, none: null })
}

interface Boxes {
  readonly lines: Choices
  /** What the button says that goes on with no tick; null when one tick is needed. */
  readonly none: string | null
}

function boxes(
  player: SessionPlayer,
  page: string,
  key: string,
  title: string,
  { lines, none }: Boxes,
): TemplateResult {
  const { words } = player
  const chosen = () =>
    [...player.querySelectorAll<HTMLInputElement>('.nhsuk-checkboxes__input:checked')].map((one) => one.value)
  const go = () => {
    const found = chosen()
    if (found.length || none) void answer(player, key, found)
    else player.querySelector<HTMLInputElement>('.nhsuk-checkboxes__input')?.focus()
  }
  // Keyed: no tick of another question may be carried over into this one.
  const ticks = html`<fieldset class="nhsuk-fieldset">
      <legend class="nhsuk-u-visually-hidden">${title}</legend>
      <div class="nhsuk-checkboxes">
        ${lines.map(
          ([value, label]) => html`<div class="nhsuk-checkboxes__item">
            <input class="nhsuk-checkboxes__input" type="checkbox" id=${`new-${value}`} .value=${value}
              @change=${() => player.requestUpdate()} />
            <label class="nhsuk-label nhsuk-checkboxes__label" for=${`new-${value}`}>${label}</label>
          </div>`,
        )}
      </div>
    </fieldset>`
  return html`${heading(page, title)} ${keyed(key, ticks)}
    ${bar(player, button(none && !chosen().length ? none : words.own('go_on'), go))}`
}

/** Which place of the body map has new or changed tingling or numbness? */
export function where(
  player: SessionPlayer,
  what: 'tingling' | 'numbness',
  page: string,
  say: Say,
): TemplateResult {
  const { words, data } = player
  const go = () => {
    const chosen = player.querySelector<HTMLSelectElement>('#where')
    if (chosen?.value) say(chosen.value)
    else chosen?.focus()
  }
  const title = `${words.say(`field.${what}.label`)}: ${words.own('where_new')}`
  return html`${heading(page, title)}
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for="where">${words.own('tick_one')}</label>
      <select class="nhsuk-select" id="where">
        <option value=""></option>
        ${data.places.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
      </select>
    </div>
    <p class="quiet">${words.say('field.chart.help')}</p>
    ${bar(player, button(words.own('go_on'), go))}`
}

/** One test of the strength check in one leg. */
export function strength(
  player: SessionPlayer,
  question: Extract<Question, { kind: 'strength' }>,
  page: string,
  say: Say,
): TemplateResult {
  const { words, data } = player
  const { seated, tests } = data.strength
  const { test, leg } = question
  const name = words.say(`strength.${test}.${seated ? 'seated_name' : 'name'}`)
  const answers = tests.find((one) => one.name === test)?.answers ?? []
  return html`${heading(page, html`${name}: ${side(player, leg)}`)}
    <p class="note note--hold">
      ${icon(player, 'triangle-alert')}
      ${words.say(seated ? 'strength.intro.seated' : 'page.strength.lead')}
    </p>
    <p>${words.say(`strength.${test}.${seated ? 'seated' : 'how'}`)}</p>
    ${seated ? nothing : html`<p class="quiet">${words.own('not_steady')} ${words.say(`strength.${test}.seated`)}</p>`}
    <p>${words.say('strength.intro.text')}</p>
    <div class="answers">
      ${answers.map((one) => button(words.say(`choice.${one}`), () => say(one), 'other'))}
    </div>
    ${bar(player, nothing)}`
}
