// What did the session come to? Each set: what it said, where it was before, and where it is now.

import { html, nothing, type TemplateResult } from 'lit'
import type { LowestPoint } from '../engine/after-set.ts'
import { atLeast } from '../engine/types.ts'
import type { SessionPlayer } from '../player.ts'
import { help, needsHelp } from './help.ts'
import { lowestOfAll } from './leg.ts'
import { heading, icon, sync, why, type Shown } from './parts.ts'
import { asks, outcome } from './verdict.ts'

const STOPPING_ROWS = [1, 2, 3, 4, 5, 6, 7]

interface Told {
  readonly name: string
  readonly label: string
  readonly before: LowestPoint
  readonly now: LowestPoint
}

/** Each set that is in the diary, with the points at which it was decided. */
function sets(player: SessionPlayer): Told[] {
  const course = player.course!
  const found: Told[] = []
  for (let count = 1; count <= course.events.length; count += 1) {
    const { done, t0, last } = course.upTo(count)
    if (!done.sets.length || done.sets.length < found.length) continue
    const set = done.sets[done.sets.length - 1]!
    const told: Told = {
      name: player.data.movements[set.movement]?.name ?? set.movement,
      label: player.words.say(`label.${set.label}.title`),
      before: lowestOfAll(player, t0),
      now: lowestOfAll(player, last),
    }
    // The last answer to a set is the one that counts.
    const open = course.upTo(count).step !== 'movement'
    if (done.sets.length > found.length) found.push(told)
    else if (open) found[found.length - 1] = told
  }
  return found
}

/** The end of a session, whichever way it ended. */
export function finished(player: SessionPlayer): TemplateResult {
  const { words, notes } = player
  const all = sets(player)
  const point = (value: LowestPoint) => words.say(value === 'front' ? 'step.front' : `step.${value}`)
  return html`${needsHelp(player) ? help(player) : title(player)} ${meaning(player)} ${asks(player)}
    <h2>${words.own('sets_title')}</h2>
    ${all.length
      ? html`<ul class="sets">
          ${all.map(
            (one) => html`<li>
              <strong>${one.name}</strong>: ${one.label}
              <div class="quiet">${words.own('was')}: ${point(one.before)}. ${words.own('is_now')}: ${point(one.now)}.</div>
            </li>`,
          )}
        </ul>`
      : html`<p>${words.own('skipped')}</p>`}
    ${notes.length
      ? html`<h2>${words.own('note')}</h2>
          <ul>${notes.map((one) => html`<li>${one.movement ? `${one.movement}: ` : ''}${one.text}</li>`)}</ul>`
      : nothing}
    ${needsHelp(player) ? nothing : html`<p>${words.own('done_text')} <a href="/diary/note/worse/">${words.own('worse')}</a></p>`}
    ${sync(player)}
    <div class="action-bar"><a class="nhsuk-button" href="/">${words.own('today')}</a></div>`
}

/** The person stopped, and nothing else did. */
function stoppedOnly(player: SessionPlayer): boolean {
  const { outcome: found, done } = player.state!
  return done.stops.includes('SS5') && !(found && STOPPING_ROWS.includes(found.row))
}

function title(player: SessionPlayer): Shown {
  const { words, state } = player
  if (stoppedOnly(player)) {
    return html`<div role="alert">${heading('stopped', words.say('session.stopped_title'))}<p>${words.say('session.stopped_text')}</p></div>`
  }
  const ended = (state!.outcome && atLeast(state!.outcome.verdict, 'STOP_SESSION')) || state!.done.stops.length
  if (ended) return html`<div role="alert">${heading('ended', words.say('session.ended_title'))}</div>`
  return heading('done', html`${icon(player, 'circle-check')} ${words.say('session.done_title')}`)
}

/** What the last set meant; where help is called for, the card has said it, and only why is left. */
function meaning(player: SessionPlayer): Shown {
  if (needsHelp(player)) return why(player)
  return stoppedOnly(player) ? nothing : outcome(player)
}
