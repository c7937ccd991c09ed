// How is a set shown? First what is done and a count-in, then each repetition as it is paced.

import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { open, toggle } from '../beside.ts'
import type { Pacer } from '../pacer.ts'
import { caption, COUNT } from '../pacer.ts'
import { cycleOf, figureAt, LONG_HOLD } from '../pacing.ts'
import type { SessionPlayer } from '../player.ts'
import { bar, button, clock, drawn, heading, icon, more, senses, type Shown } from './parts.ts'

interface Figure extends HTMLElement {
  at: number
}

/** One set: the count-in, the pacing, or the pause. */
export function movement(player: SessionPlayer): TemplateResult {
  const { pacer } = player
  if (!pacer) return unknown(player)
  // One figure for both, so that it is drawn once and never flickers.
  const { above, below } = pacer.phase === 'ready' ? ready(player, pacer) : running(player, pacer)
  return html`${above}${figure(player, pacer)}${below}`
}

/** The page was made without this movement: it can be left out, or the session stopped. */
function unknown(player: SessionPlayer): TemplateResult {
  const { words } = player
  return html`${heading('unknown', words.own('fault_title'))}
    <p>${words.own('fault_next')}</p>
    ${bar(player, button(words.own('skip'), () => void player.act({ kind: 'skipped' }), 'other'))}`
}

interface Around {
  readonly above: TemplateResult
  readonly below: TemplateResult
}

/** Name, leg, and which set of it. */
function title(player: SessionPlayer, pacer: Pacer): TemplateResult {
  const { words, state, known } = player
  const leg = pacer.movement.one_sided ? `, ${words.say(`choice.${known.legs[0]}`).toLowerCase()}` : ''
  const set = state!.set_number > 1 ? ` ${words.own('set')} ${state!.set_number}` : ''
  return html`${pacer.movement.name}${leg}${set ? html` <span class="quiet number">${set}</span>` : nothing}`
}

function figure(player: SessionPlayer, pacer: Pacer): TemplateResult {
  const { movement: known, id } = pacer
  const still = player.data.stills[id]
  // The frames take the place of the still when they are there.
  const ready = (event: Event) => {
    const own = event.currentTarget as HTMLElement
    own.querySelector('[data-still]')?.toggleAttribute('hidden', true)
    drive(player)
  }
  return html`<div class="player-figure">
    ${keyed(
      known.figure,
      html`<moving-figure src=${known.figure} label=${known.name} @ready=${ready}>
        ${still ? html`<div class="figure" data-still>${drawn(still)}</div>` : nothing}
      </moving-figure>`,
    )}
  </div>`
}

/** Put the figure and the bar where the set is; called at each frame. */
export function drive(player: SessionPlayer): void {
  const { pacer } = player
  const moving = player.querySelector<Figure>('moving-figure')
  if (!pacer || !moving) return
  const cycle = cycleOf(pacer.movement.poses)
  moving.at = pacer.phase === 'set' ? figureAt(pacer.plan, pacer.second, cycle) : 0
  const bar = player.querySelector('progress')
  if (bar) bar.value = pacer.phase === 'set' ? pacer.second - pacer.part.at : 0
}

function limits(player: SessionPlayer, pacer: Pacer): Shown {
  const half = player.state!.half_range ? [player.words.say('limit.half_range')] : []
  const found = [...new Set([...half, ...pacer.movement.limits])]
  const [kind, picture] = pacer.movement.ease ? ['tip', 'info'] : ['limit', 'hand']
  if (!found.length) return nothing
  return html`${found.map((one) => html`<p class=${kind}>${icon(player, picture)} <span>${one}</span></p>`)}`
}

/** Picture, name, the two instructions that matter most, and the count. */
function ready(player: SessionPlayer, pacer: Pacer): Around {
  const { words } = player
  const { startsIn, running: runs } = pacer
  const counting = runs && startsIn <= COUNT
  const page = `ready ${player.lastEvent}`
  const above = html`<div class="set-head">
      <p class="kicker">${words.own('ready')}</p>
      <p class=${counting ? 'count number' : 'starts-in number'} role="timer" aria-live="off">
        ${counting
          ? startsIn
          : runs
            ? html`${words.own('ready_in')} ${startsIn}`
            : words.own('paused')}
      </p>
    </div>
    ${heading(page, title(player, pacer))}
    <p class="dose number">${pacer.movement.doseText}</p>`
  const below = html`<ol class="steps steps--told">${pacer.told.map((one) => html`<li>${one}</li>`)}</ol>
    ${limits(player, pacer)} ${how(player, pacer)} ${aside(player, pacer)} ${more(player)}
    ${bar(
      player,
      html`<div class="two">
        ${runs
          ? button(html`${icon(player, 'pause')} ${words.own('wait')}`, () => toggle(player), 'other')
          : button(html`${icon(player, 'play')} ${words.own('go_on')}`, () => toggle(player))}
        ${runs ? button(html`${icon(player, 'play')} ${words.own('start_now')}`, () => begin(player)) : nothing}
      </div>`,
    )}`
  return { above, below }
}

function begin(player: SessionPlayer): void {
  const { pacer } = player
  void player.once(async (seen) => {
    await seen
    // STOP may have been pressed since, the screen locked, or something found amiss.
    if (player.pacer === pacer && player.begins) pacer?.begin()
    player.requestUpdate()
  })
}

/** All steps, what it feels like, and when to stop. */
function how(player: SessionPlayer, pacer: Pacer): TemplateResult {
  const { steps, feel, stop } = pacer.movement
  return html`<details class="nhsuk-details why">
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">${player.words.own('how')}</span>
    </summary>
    <div class="nhsuk-details__text">
      <ol class="steps">${steps.map((one) => html`<li>${one}</li>`)}</ol>
      <p>${feel}</p>
      <p class="limit">${icon(player, 'octagon-x')} <strong>${stop}</strong></p>
    </div>
  </details>`
}

/** What is seldom wanted: another movement, none, a note. */
function aside(player: SessionPlayer, pacer: Pacer): TemplateResult {
  const { words } = player
  const over = pacer.phase === 'set'
  return html`<p class="aside">
    ${over ? button(words.own('done_early'), () => void player.act({ kind: 'set_done' }), 'link') : nothing}
    ${button(words.own('swap'), () => open(player, 'swap'), 'link')}
    ${button(words.own('skip'), () => void player.act({ kind: 'skipped' }), 'link')}
    ${button(words.own('note'), () => open(player, 'note'), 'link')}
  </p>`
}

/** What to heed while moving: how far to go, and when to stop. */
function heed(player: SessionPlayer, pacer: Pacer): TemplateResult {
  const half = player.state!.half_range || pacer.movement.half
  return html`${half ? html`<p class="limit">${icon(player, 'hand')} <span>${player.words.own('half_range')}</span></p>` : nothing}
    <p class="instruction">${pacer.movement.stop}</p>`
}

/** Which repetition, what is done now, and for how long. */
function running(player: SessionPlayer, pacer: Pacer): Around {
  const { words } = player
  const { part, plan, running: runs } = pacer
  const name = caption(part, words, pacer.id)
  const heard = player.chosen.voice && player.noises.voice
  const counted = part.seconds >= LONG_HOLD || part.kind === 'hold'
  const left = part.seconds > 90 ? clock(pacer.left) : pacer.left
  const above = html`<div class="set-head">
      ${heading(`set ${player.lastEvent}`, title(player, pacer))}
      ${part.rep
        ? html`<p class="rep number"><strong>${part.rep}</strong> ${words.own('of')} ${plan.reps}</p>`
        : nothing}
    </div>`
  const below = html`<div class="phase" data-kind=${part.kind}>
      <p class="phase__name" aria-live=${heard ? 'off' : 'polite'}>${name}</p>
      <p class="phase__left number" aria-hidden="true">${counted ? left : ''}</p>
      <progress max=${part.seconds} value="0" aria-label=${name}></progress>
    </div>
    ${runs ? heed(player, pacer) : html`<p class="note" role="status">${icon(player, 'circle-pause')} <strong>${words.own('paused')}.</strong> ${words.own('paused_text')}</p>`}
    ${senses(player)} ${aside(player, pacer)}
    ${bar(
      player,
      runs
        ? button(html`${icon(player, 'pause')} ${words.own('pause')}`, () => toggle(player), 'other')
        : button(html`${icon(player, 'play')} ${words.own('go_on')}`, () => toggle(player)),
    )}`
  return { above, below }
}
