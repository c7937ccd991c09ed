// Where is the lowest point now? The leg, and its steps from the spine down; or one tap for "as
// before".

import { html, nothing, type TemplateResult } from 'lit'
import { same } from '../answering.ts'
import type { Question } from '../asking.ts'
import type { SessionPlayer } from '../player.ts'
import { side, type Say } from './answers.ts'
import { legSvg, lowestOf } from './leg.ts'
import { bar, button, heading, type Shown } from './parts.ts'

const RANKS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** Where is the lowest point? The leg, and its steps from the spine down. */
export function lowest(
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
  return button(label, () => void same(player, player.base))
}
