// How is a question shown? One at a time, large; each answer is one tap and leads to the next.

import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { back, keyOf, next, type Question } from '../asking.ts'
import type { Leg } from '../engine/types.ts'
import type { SessionPlayer } from '../player.ts'
import { legSvg, lowestOf } from './leg.ts'
import { bar, button, heading, icon, type Shown } from './parts.ts'

const RANKS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const GRADES = [0, 1, 2, 3] as const
const STRENGTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** The question that is open, with its answers. */
export function ask(player: SessionPlayer): TemplateResult {
  const question = next(player.known, player.answers) ?? { kind: 'check' as const }
  const begun = Object.keys(player.answers).length > 0
  const page = `${player.state!.step} ${player.course?.after} ${keyOf(question)}`
  const before = () => {
    if (begun) player.answers = back(player.known, player.answers)
    else player.asking = false
  }
  const again = html`${icon(player, 'arrow-left')}${player.words.own('back')}`
  return html`${begun || player.asking ? html`<p class="aside">${button(again, before, 'link')}</p>` : nothing}
    ${shown(player, question, page)}`
}

function shown(player: SessionPlayer, question: Question, page: string): TemplateResult {
  const { words } = player
  const key = keyOf(question)
  const say = (value: string) => void player.answer(key, value)
  switch (question.kind) {
    case 'lowest':
      return lowest(player, question, page, say)
    case 'pain':
      return scale(player, page, painTitle(player, question), say)
    case 'back_pain':
      return scale(player, page, words.say('field.back_pain.label'), say)
    case 'new':
      return ticks(player, page, key)
    case 'unsure':
      return unsure(player, page, key)
    case 'toilet':
      return choices(player, page, words.say(`item.${question.item}.question`), three(player), say)
    case 'weakness':
      return choices(player, page, words.say('field.weakness.label'), weak(player), say)
    case 'where':
      return where(player, question.what, page, say)
    case 'grade':
      return choices(player, page, words.own('grade_new'), grades(player), say)
    case 'strength':
      return strength(player, question, page, say)
    case 'check':
      return check(player, page)
  }
}

type Say = (value: string) => void
type Choices = readonly (readonly [string, string])[]

function three(player: SessionPlayer): Choices {
  return ['yes', 'no', 'not_sure'].map((one) => [one, player.words.say(`choice.${one}`)])
}

function weak(player: SessionPlayer): Choices {
  const known = ['new_or_more', 'none', 'not_sure']
  return known.map((one) => [one, player.words.say(`choice.${one}`)])
}

function grades(player: SessionPlayer): Choices {
  return GRADES.map((one) => [String(one), player.words.say(`grade.${one}`)])
}

function side(player: SessionPlayer, leg: Leg): string {
  return player.words.own(`${leg}_leg`)
}

function painTitle(
  player: SessionPlayer,
  question: { readonly leg: Leg; readonly about: 'now' | 'other' },
): string {
  const { words, known } = player
  if (question.about === 'other') return words.own('other_pain')
  const title = words.own('strong_title')
  return known.legs.length > 1 ? `${side(player, question.leg)}. ${title}` : title
}

/** Where is the lowest point? The leg, and its steps from the spine down. */
function lowest(
  player: SessionPlayer,
  question: Extract<Question, { kind: 'lowest' }>,
  page: string,
  say: Say,
): TemplateResult {
  const { words, known } = player
  const { about, leg } = question
  const was = about === 'now' ? lowestOf(player, player.base, leg) : null
  const titles = {
    now: words.say('page.after_set.title'),
    other: words.own('other_lowest'),
    during: words.own('during_lowest'),
  }
  const name = known.legs.length > 1 && about === 'now' ? `${side(player, leg)}. ` : ''
  const mark = (value: string | number) =>
    String(value) === String(was) ? html` <span class="before">${words.own('before')}</span>` : nothing
  const step = (value: string | number, label: string) =>
    html`<button type="button" class="step" @click=${() => say(String(value))}>
      <span>${label}</span>${mark(value)}
    </button>`
  const text = was === null ? titles[about] : `${words.own('was')}: ${words.say(was === 'front' ? 'rank_front' : `rank.${was}`)}`
  return html`${heading(page, name + titles[about])}
    <div class="lowest lowest--steps">
      <div class="lowest__strip">${legSvg(player, null, was, leg, text)}</div>
      <div class="steps-down">
        ${RANKS.map((one) => step(one, words.say(`step.${one}`)))}
        <div class="two">${step('front', words.say('step.front'))}${step(0, words.say('step.0'))}</div>
      </div>
    </div>
    ${bar(player, about === 'now' ? sameAsBefore(player) : nothing)}`
}

/** Nothing has changed: one tap. It is offered as long as nothing was chosen. */
function sameAsBefore(player: SessionPlayer): Shown {
  const { words, state, answers } = player
  if (Object.keys(answers).length || !['after_set', 'upright'].includes(state!.step)) return nothing
  const now = state!.step === 'upright'
  const label = words.say(now ? 'session.just_as_now' : 'session.just_as_before')
  return button(label, () => void player.same(player.base))
}

function scale(player: SessionPlayer, page: string, title: string, say: Say): TemplateResult {
  const { words } = player
  return html`${heading(page, title)}
    <div class="answers answers--scale">
      ${STRENGTHS.map((one) => button(String(one), () => say(String(one)), 'other'))}
    </div>
    <p class="scale__ends"><span>0: ${words.say('scale.none')}</span><span>10: ${words.say('scale.worst')}</span></p>
    ${bar(player, nothing)}`
}

function choices(
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
function ticks(player: SessionPlayer, page: string, key: string): TemplateResult {
  const { words, data, known } = player
  const both = known.legs.length > 1
  const lines = data.new.ticks.filter((one) => one !== 'other_leg' || !both)
  return boxes(player, page, key, words.own('new_title'), {
    lines: lines.map((one) => [one, words.say(`after_set.${one}`)]),
    none: words.own('nothing_new'),
  })
}

function unsure(player: SessionPlayer, page: string, key: string): TemplateResult {
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
    if (found.length || none) void player.answer(key, found)
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
function where(
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
function strength(
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

/** What was said, before it counts: the last moment at which it can be changed. */
function check(player: SessionPlayer, page: string): TemplateResult {
  const { words, answers, known } = player
  const two = known.legs.length > 1
  const ticked = answers['new'] ?? []
  const point = (value: unknown) => words.say(value === 'front' ? 'step.front' : `step.${value}`)
  const lines = known.legs.flatMap((leg) => {
    const said = answers[`lowest.now.${leg}`]
    const pain = answers[`pain.now.${leg}`]
    const whose = two ? `${side(player, leg)}: ` : ''
    return [
      html`<dt>${whose}${words.own('check_lowest')}</dt><dd>${point(said)}</dd>`,
      pain === undefined ? nothing : html`<dt>${whose}${words.own('check_pain')}</dt><dd class="number">${pain}</dd>`,
    ]
  })
  const news = [...ticked].map((one) => words.say(`after_set.${one}`))
  return html`${heading(page, words.own('check_title'))}
    <dl class="told">
      ${lines}
      <dt>${words.own('check_new')}</dt>
      <dd>${news.length ? news.map((one) => html`<div>${one}</div>`) : words.own('nothing_new')}</dd>
    </dl>
    ${bar(
      player,
      html`${button(words.own('check_yes'), () => void player.answer('check', 'yes'))}
      ${button(words.own('check_no'), () => (player.answers = {}), 'other')}`,
    )}`
}
