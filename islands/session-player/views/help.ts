// What does a set say that calls for help? The same words as everywhere else, offline too.

import { html, nothing } from 'lit'
import type { SetOutcome } from '../engine/types.ts'
import type { SessionPlayer } from '../player.ts'
import { heading, icon, type Shown } from './parts.ts'

const CALLS = ['SOON', 'SAME_DAY', 'EMERGENCY']

/** What the last answer means, on record or not. */
function meant({ untold, state }: SessionPlayer): SetOutcome | null | undefined {
  return untold ? untold.outcome : state?.outcome
}

/** Does the last set call for someone to be seen today, or now? */
export function needsHelp(player: SessionPlayer): boolean {
  const outcome = meant(player)
  return !!outcome && (outcome.verdict === 'STOP_AND_ESCALATE' || CALLS.slice(1).includes(outcome.level))
}

/** The card: what it is, what to do, whom to call, what to say. */
export function help(player: SessionPlayer): Shown {
  const { words, data } = player
  if (!needsHelp(player)) return nothing
  const told = meant(player)!.level
  const level = CALLS.includes(told) ? told : 'SAME_DAY'
  const now = level === 'EMERGENCY'
  return html`<section class="note note--help help-card" role="alert">
      ${heading(`help ${level}`, html`${icon(player, 'octagon-alert')} ${words.say(`care_level.${level}.title`)}`, 'help')}
      <p>${words.say(`care_level.${level}.text`)}</p>
      <p><strong>${words.say(`care_level.${level}.do`)}</strong></p>
      ${now
        ? html`<a class="nhsuk-button button--help" href=${`tel:${data.emergency}`}>${icon(player, 'phone')} ${words.own('call')} ${data.emergency}</a>`
        : nothing}
    </section>
    ${now
      ? html`<h2>${words.own('say_title')}</h2>
          <ul>${words.list('emergency.say').map((one) => html`<li>${one}</li>`)}</ul>
          <h2>${words.own('until_title')}</h2>
          <ul>${words.list('emergency.until').map((one) => html`<li>${one}</li>`)}</ul>`
      : nothing}`
}
