// What is shown before a session, and instead of one? What will be done and how long it takes; or
// why it cannot be done from this page.

import { html, nothing, type TemplateResult } from 'lit'
import { open, writeNote } from '../beside.ts'
import type { SessionPlayer } from '../player.ts'
import { continueHere, start as begin } from '../starting.ts'
import { help, needsHelp } from './help.ts'
import { bar, button, heading, icon, more, sync, type Shown } from './parts.ts'

/** What will be done, how it is now, and Start. */
export function start(player: SessionPlayer): TemplateResult {
  const { words, data } = player
  return html`<a class="nhsuk-back-link" href="/">${words.own('today')}</a>
    ${heading('start', words.say('session.start_title'))}
    <ol class="plan-list">
      ${data.planned.map((id) => html`<li>${data.movements[id]?.name} <span class="quiet number">${data.movements[id]?.doseText}</span></li>`)}
    </ol>
    <p class="number">${icon(player, 'clock')} ${data.minutes} ${words.own('about_minutes')}</p>
    <p>${words.own('hands_free')}</p>
    ${player.awake.possible ? nothing : html`<p>${words.own('keep_screen')}</p>`}
    <ul>${words.list('session.rules').map((one) => html`<li>${one}</li>`)}</ul>
    ${more(player)}
    <h2>${words.say('session.still_so')}</h2>
    <ul class="felt">
      ${data.chart.map((mark) => html`<li>${felt(player, mark)}</li>`)}
      ${data.chart.length ? nothing : html`<li>${words.say('step.0')}</li>`}
    </ul>
    <div class="action-bar action-bar--two">
      <a class="nhsuk-button nhsuk-button--secondary" href="/check-in/">${words.own('changed')}</a>
      ${button(html`${icon(player, 'play')} ${words.own('start')}`, () => void begin(player))}
    </div>`
}

function felt(player: SessionPlayer, mark: SessionPlayer['data']['chart'][number]): string {
  const { words } = player
  const where = words.say(`zone.${mark.zone}`)
  const side = mark.side === 'middle' ? '' : `, ${words.say(`choice.${mark.side}`).toLowerCase()}`
  const parts = [
    mark.pain ? `${words.own('pain')} ${mark.pain}` : '',
    mark.tingling ? `${words.say('field.tingling.label').toLowerCase()} ${mark.tingling}` : '',
    mark.numbness ? `${words.say('field.numbness.label').toLowerCase()} ${mark.numbness}` : '',
  ]
  return `${where}${side}: ${parts.filter(Boolean).join(', ')}`
}

/** This page is too old for a session: why, and what can be done instead. */
export function stale(player: SessionPlayer, why: string): TemplateResult {
  const { words } = player
  return html`${heading('stale', words.own('stale_title'))}
    <p class="note note--hold">${icon(player, 'hand')} ${words.own(why)}</p>
    ${player.sync?.unsent ? sync(player) : nothing}
    <p>${words.own('stale_rest')}</p>
    <div class="action-bar action-bar--two">
      <a class="nhsuk-button nhsuk-button--secondary" href="/care/flare/">${words.own('ease')}</a>
      <a class="nhsuk-button" href="/check-in/">${words.own('check_in')}</a>
    </div>`
}

/** Why it cannot go on here; but a call for help comes before that, on record or not. */
function headed(player: SessionPlayer, page: string, title: string): Shown {
  return needsHelp(player) ? help(player) : heading(page, title)
}

/** The tables are stale or broken: no set could be read. */
export function fault(player: SessionPlayer): TemplateResult {
  const { words } = player
  return html`<div role="alert">${headed(player, 'fault', words.own('fault_title'))}
      <p class="note note--hold">${icon(player, 'octagon-x')} ${words.own('fault')}</p></div>
    <p>${words.own('fault_next')}</p>
    <div class="action-bar action-bar--two">
      <a class="nhsuk-button nhsuk-button--secondary" href="/care/flare/">${words.own('ease')}</a>
      <a class="nhsuk-button" href="/">${words.own('today')}</a>
    </div>`
}

/** Another tab has it, or this browser keeps nothing. */
export function elsewhere(player: SessionPlayer): TemplateResult {
  const { words } = player
  return html`${headed(player, 'elsewhere', words.own('elsewhere_title'))}
    <p>${words.own('elsewhere')}</p>
    <div class="action-bar">${button(words.own('elsewhere_here'), () => void continueHere(player))}</div>`
}

export function noStore(player: SessionPlayer): TemplateResult {
  const { words } = player
  return html`${headed(player, 'no_store', words.own('fault_title'))}
    <p class="note note--hold">${icon(player, 'triangle-alert')} ${words.own('no_store')}</p>
    <div class="action-bar"><a class="nhsuk-button" href="/">${words.own('today')}</a></div>`
}

/** Another movement instead of this one. */
export function swap(player: SessionPlayer): TemplateResult {
  const { words, data, state } = player
  const others = data.offered.filter((id) => id !== state!.movement && data.movements[id] && player.opens(id))
  const keep = button(html`${icon(player, 'arrow-left')}${words.own('keep')}`, () => open(player, null), 'link')
  return html`<p class="aside">${keep}</p>
    ${heading('swap', words.own('swap_title'))}
    ${others.length ? nothing : html`<p>${words.own('swap_none')}</p>`}
    <ul class="swap">
      ${others.map((id) => html`<li>${button(data.movements[id]!.name, () => void player.act({ kind: 'swapped', movement: id }), 'other')}</li>`)}
    </ul>
    ${bar(player, nothing)}`
}

/** A note in the person's own words. */
export function note(player: SessionPlayer): TemplateResult {
  const { words } = player
  const close = button(html`${icon(player, 'arrow-left')}${words.own('back')}`, () => open(player, null), 'link')
  const save = () => {
    const text = player.querySelector('textarea')?.value.trim()
    if (text) void writeNote(player, text)
    else player.querySelector('textarea')?.focus()
  }
  const form: Shown = html`<div class="nhsuk-form-group">
    <label class="nhsuk-label" for="note">${words.own('note_label')}</label>
    <textarea class="nhsuk-textarea" id="note" rows="4" maxlength="2000"></textarea>
  </div>`
  const lost = html`<p class="note note--hold" role="alert">${icon(player, 'triangle-alert')} ${words.own('note_unsaved')}</p>`
  return html`<p class="aside">${close}</p>${heading('note', words.own('note_title'))}
    ${player.over === 'unsaved' ? lost : nothing}${form}
    ${bar(player, button(words.own('note_save'), save))}`
}
