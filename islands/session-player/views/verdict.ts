// What does a set mean, and why? In plain words, with the leg before and now.

import { html, nothing, type TemplateResult } from 'lit'
import { open } from '../beside.ts'
import { atLeast } from '../engine/types.ts'
import type { SessionPlayer } from '../player.ts'
import { legSvg, lowestOfAll } from './leg.ts'
import { bar, button, clock, heading, icon, why, type Shown } from './parts.ts'

/** What the last set means, and why. */
export function outcome(player: SessionPlayer): Shown {
  return html`${meaning(player)} ${player.state!.outcome?.fault ? nothing : why(player)}`
}

/** What the last set means: label, sentence, and what follows. */
export function meaning(player: SessionPlayer): Shown {
  const { words, state } = player
  const found = state!.outcome
  if (!found) return nothing
  if (found.fault) return html`<p class="note note--hold">${icon(player, 'octagon-x')} ${words.own('fault')} ${words.own('fault_next')}</p>`
  const helps = found.verdict === 'STOP_AND_ESCALATE'
  const kind = helps ? 'help' : atLeast(found.verdict, 'REGRESS') ? 'hold' : 'go'
  const picture = atLeast(found.verdict, 'STOP_MOVEMENT') ? 'octagon-x' : kind === 'hold' ? 'hand' : 'circle-check'
  const told = state!.step !== 'finished' || atLeast(found.verdict, 'STOP_MOVEMENT')
  return html`<div class=${`note note--${kind}`}>
      <p><strong>${icon(player, picture)} ${words.say(`label.${found.label}.title`)}</strong></p>
      <p>${words.say(`label.${found.label}.text`)}</p>
      ${told ? html`<p>${words.say(`verdict.${found.verdict}.text`)}</p>` : nothing}
    </div>`
}

/** What the set calls for before anything else: a question with an address of its own. */
export function asks(player: SessionPlayer): Shown {
  const { words } = player
  if (!player.asks) return nothing
  return html`<p class="note note--hold">${icon(player, 'circle-help')} ${words.say('session.asks')}</p>
    <p><a class="nhsuk-button session-main" href=${player.asks}>${words.say('session.answer_now')}</a></p>`
}

/** After a set: what it means, and what comes next. */
export function verdict(player: SessionPlayer): TemplateResult {
  const { words, state, data, timer } = player
  const { verdict: found } = state!.outcome!
  const before = lowestOfAll(player, state!.t0)
  const now = lowestOfAll(player, state!.last)
  const upcoming = state!.remaining[0]
  const following = upcoming && data.movements[upcoming]
  const point = (value: number | 'front') => words.say(value === 'front' ? 'step.front' : `step.${value}`)
  const text = `${words.own('was')}: ${point(before)}. ${words.own('is_now')}: ${point(now)}.`
  return html`${heading(`verdict ${player.lastEvent}`, words.say(`verdict.${found}.title`))}
    <div class="verdict">
      <div class="verdict__strip">${legSvg(player, now, before, player.known.legs[0]!, text)}</div>
      <div>
        ${outcome(player)}
        <dl class="told">
          <dt>${words.own('was')}</dt><dd>${point(before)}</dd>
          <dt>${words.own('is_now')}</dt><dd>${point(now)}</dd>
        </dl>
      </div>
    </div>
    ${asks(player)}
    ${following ? html`<p class="quiet">${words.own('next')}: ${following.name}</p>` : nothing}
    <p class="aside">${button(words.own('note'), () => open(player, 'note'), 'link')}</p>
    ${bar(player, player.asks ? nothing : goOn(player, timer.left(player)))}`
}

/** On to the next set: after a rest, by itself after a calm set, or by a tap. */
function goOn(player: SessionPlayer, rest: number): TemplateResult {
  const { words, timer } = player
  const go = () => void player.act({ kind: 'continued' })
  if (rest) {
    return html`<p class="wait number">${icon(player, 'timer')} ${words.own('rest_first')} <strong>${clock(rest)}</strong></p>
      ${button(html`${icon(player, 'arrow-right')} ${words.own('go_on')}`, go, 'other')}`
  }
  const onward = timer.onward(player)
  const on = button(html`${icon(player, 'arrow-right')} ${words.own('go_on')}`, go)
  if (onward === null) return on
  const wait = () => {
    timer.held = true
    player.requestUpdate()
  }
  return html`<p class="quiet number onward">${words.own('next_in')} ${onward}</p>
    <div class="two">${button(html`${icon(player, 'pause')} ${words.own('wait')}`, wait, 'other')}${on}</div>`
}
