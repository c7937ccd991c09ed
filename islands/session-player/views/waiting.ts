// What is shown while something settles? Upright for a minute or two, ten minutes lying at ease,
// half an hour after a stop. The time is computed from the events.

import { html, nothing, type TemplateResult } from 'lit'
import { same } from '../answering.ts'
import type { SessionPlayer } from '../player.ts'
import { ask } from './ask.ts'
import { help } from './help.ts'
import { bar, button, clock, heading, icon, why, type Shown } from './parts.ts'
import { asks, meaning, outcome } from './verdict.ts'

/** The time that is left, large; it says when it is up. */
function timeLeft(player: SessionPlayer): TemplateResult {
  const { words } = player
  const left = player.timer.left(player)
  return html`<p class="wait number" role="timer" aria-live="off">
      ${left ? html`<strong>${clock(left)}</strong> ${words.own('time_left')}` : words.own('time_is_up')}
    </p>
    <p class="nhsuk-u-visually-hidden" aria-live="polite">${left ? '' : words.own('time_is_up')}</p>`
}

/** Upright: the second reading follows when the time is up. */
export function upright(player: SessionPlayer): TemplateResult {
  const { words, timer } = player
  if (player.asking || timer.left(player) === 0) return ask(player)
  const open = () => {
    player.asking = true
  }
  return html`${heading(`upright ${player.lastEvent}`, words.say('page.upright.title'))}
    <p>${words.say('session.upright')}</p>
    ${timeLeft(player)}
    <p class="quiet">${words.own('upright_wait')}</p>
    <p>${words.say('page.upright.lead')}</p>
    <p class="aside">${button(words.own('worse_than_said'), open, 'link')}</p>
    <p class="quiet">${words.own('worse_than_said_text')}</p>
    ${bar(player, button(words.own('answer_now'), open, 'other'))}`
}

/** The question in the bar, with the time that is left beside it. */
function timed(player: SessionPlayer, title: string, still: string, noted: Shown = nothing): TemplateResult {
  const { words, state } = player
  return bar(
    player,
    html`<div class="ask ask--timed">
      <h2>${title}</h2>
      ${timeLeft(player)} ${noted}
      <div class="two">
        ${button(words.say('session.settled'), () => void same(player, state!.t0))}
        ${button(still, () => void same(player, state!.last), 'other')}
      </div>
    </div>`,
  )
}

function changed(player: SessionPlayer): TemplateResult {
  const open = () => {
    player.asking = true
  }
  return html`<p class="aside">${button(player.words.say('session.changed'), open, 'link')}</p>`
}

/** A movement was stopped: lie at ease, and tell when it has gone back. What to do now comes first,
 * whole above the bar of a small phone; what the set meant comes after it. */
export function settle(player: SessionPlayer): TemplateResult {
  if (player.asking) return ask(player)
  const { words, data } = player
  const id = data.offered.find((one) => data.movements[one]?.ease)
  const noted = player.course!.events.at(-1)?.kind === 'reading' && player.noted
  return html`${heading('settle', html`${icon(player, 'octagon-x')} ${words.say('verdict.STOP_MOVEMENT.title')}`, 'hold')}
    ${asks(player)}
    ${id ? html`<p>${data.movements[id]!.short}</p><div class="player-figure"><moving-figure src=${data.movements[id]!.figure} label=${data.movements[id]!.name}></moving-figure></div>` : nothing}
    ${meaning(player)}
    <p>${words.say('session.settle_lead')}</p>
    ${why(player)} ${changed(player)}
    ${timed(
      player,
      words.say('page.settle.title'),
      words.say('session.not_yet'),
      noted ? html`<p role="status">${words.say('session.still_noted')}</p>` : nothing,
    )}`
}

/** The session is over; half an hour later one question is left. */
export function reAsk(player: SessionPlayer): TemplateResult {
  if (player.asking) return ask(player)
  const { words } = player
  return html`${help(player)}
    ${heading('re_ask', html`${icon(player, 'octagon-x')} ${words.say('verdict.STOP_SESSION.title')}`, 'hold')}
    ${outcome(player)} ${asks(player)}
    <p>${words.say('session.re_ask_lead')}</p>
    <p>${words.say('session.re_ask_now')}</p>
    ${changed(player)}
    ${timed(player, words.say('page.re_ask.title'), words.say('session.still'))}`
}
