// How is a question shown? One at a time, large; each answer is one tap and leads to the next.

import { html, nothing, type TemplateResult } from 'lit'
import { answer } from '../answering.ts'
import { back, keyOf, next, type Question } from '../asking.ts'
import type { Leg } from '../engine/types.ts'
import type { SessionPlayer } from '../player.ts'
import {
  choices, grades, scale, side, strength, three, ticks, unsure, weak, where,
} from './answers.ts'
import { lowest } from './lowest.ts'
import { bar, button, heading, icon } from './parts.ts'

/** The question that is open, with its answers. */
export function ask(player: SessionPlayer): TemplateResult {
  const question = next(player.known, player.answers) ?? { kind: 'check' as const }
  const begun = Object.keys(player.answers).length > 0
  const page = `${player.state!.step} ${player.lastEvent} ${keyOf(question)}`
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
  const say = (value: string) => void answer(player, key, value)
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

function painTitle(
  player: SessionPlayer,
  question: { readonly leg: Leg; readonly about: 'now' | 'other' },
): string {
  const { words, known } = player
  if (question.about === 'other') return words.own('other_pain')
  const title = words.own('strong_title')
  return known.legs.length > 1 ? `${side(player, question.leg)}. ${title}` : title
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
      html`${button(words.own('check_yes'), () => void answer(player, 'check', 'yes'))}
      ${button(words.own('check_no'), () => (player.answers = {}), 'other')}`,
    )}`
}
