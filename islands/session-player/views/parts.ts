// What do several pages of the player share? A heading, an icon, STOP, the settings, the sync line.

import { html, nothing, svg, type TemplateResult } from 'lit'
import { unsafeSVG } from 'lit/directives/unsafe-svg.js'
import { choose, hears } from '../beside.ts'
import type { SessionPlayer } from '../player.ts'
import type { Settings } from '../settings.ts'

export type Shown = TemplateResult | typeof nothing

export function icon(player: SessionPlayer, name: string): TemplateResult {
  return html`<svg class="icon" aria-hidden="true" focusable="false">
    <use href=${`${player.data.icons}#${name}`} />
  </svg>`
}

/** The heading of a page; `page` tells when it is a new one, for then it takes the focus. */
export function heading(page: string, words: unknown, kind = ''): TemplateResult {
  return html`<h1 tabindex="-1" data-page=${page} class=${kind}>${words}</h1>`
}

/** STOP: the lowest thing on every page of a session, always in the same place. */
export function stop(player: SessionPlayer): TemplateResult {
  return html`<button type="button" class="stop" @click=${() => void player.stop()}>
    ${icon(player, 'octagon-x')} ${player.words.say('session.stop')}
  </button>`
}

/** What can be answered, and STOP. */
export function bar(player: SessionPlayer, answers: Shown): TemplateResult {
  return html`<div class="session-bar">${answers}${stop(player)}</div>`
}

export function button(
  words: unknown,
  click: () => void,
  kind: 'main' | 'other' | 'link' = 'main',
): TemplateResult {
  const classes = {
    main: 'nhsuk-button',
    other: 'nhsuk-button nhsuk-button--secondary',
    link: 'link',
  }
  return html`<button type="button" class=${classes[kind]} @click=${click}>${words}</button>`
}

/** Minutes and seconds: 9:41. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Voice, sound and buzz, each in reach and remembered. */
export function senses(player: SessionPlayer): TemplateResult {
  const { words, noises } = player
  const speaks = noises.voice !== null
  return html`<div class="senses" role="group" aria-label=${words.own('cues')}>
    ${speaks ? toggle(player, 'voice', 'speech', words.own('voice')) : nothing}
    ${toggle(player, 'sound', 'volume-2', words.own('sound'))}
    ${noises.buzzes ? toggle(player, 'buzz', 'vibrate', words.own('buzz')) : nothing}
  </div>`
}

function toggle(
  player: SessionPlayer,
  name: keyof Settings,
  picture: string,
  words: string,
): TemplateResult {
  const on = player.chosen[name]
  return html`<button
    type="button"
    class="sense"
    aria-pressed=${on ? 'true' : 'false'}
    @click=${() => choose(player, name)}
  >
    ${icon(player, picture)} ${words}
  </button>`
}

/** The switches that are seldom touched. */
export function more(player: SessionPlayer): TemplateResult {
  const { words } = player
  return html`<details class="nhsuk-details why" @toggle=${() => void hears(player)}>
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">${words.own('cues')}</span>
    </summary>
    <div class="nhsuk-details__text">
      ${senses(player)}
      ${player.noises.voice ? nothing : html`<p class="quiet">${words.own('voice_none')}</p>`}
      <div class="senses">${toggle(player, 'onward', 'skip-forward', words.own('onward'))}</div>
      <p class="quiet">${words.own('onward_text')}</p>
      ${player.canListen
        ? html`<div class="senses">${toggle(player, 'listen', 'mic', words.own('listen'))}</div>
            <p class="quiet">${words.own('listen_text')}</p>`
        : nothing}
      <p class="quiet">${words.own('keys')}</p>
    </div>
  </details>`
}

/** Is everything in the diary, or does it still wait here? */
export function sync(player: SessionPlayer): Shown {
  const state = player.sync
  if (!state) return nothing
  const { words } = player
  if (state.refused) return line(player, 'triangle-alert', words.own('sync_refused'))
  if (state.unsent) return line(player, 'wifi-off', words.own('sync_wait'))
  return line(player, 'check', words.own('sync_all'))
}

function line(player: SessionPlayer, picture: string, words: string): TemplateResult {
  return html`<p class="sync quiet" role="status">${icon(player, picture)} ${words}</p>`
}

/** Drawings of the server, which this page trusts as it trusts its own markup. */
export function drawn(source: string): TemplateResult {
  return html`${unsafeSVG(source)}`
}

export { svg }

/** Why was it judged so? Each reason once, with the address of its rule. */
export function why(player: SessionPlayer): Shown {
  const { outcome } = player.state!
  const found = (outcome?.fired ?? []).flatMap((id) => player.data.reasons[id] ?? [])
  const reasons = [...new Map(found.filter((one) => one.why).map((one) => [one.why, one])).values()]
  if (!reasons.length) return nothing
  return html`<details class="why nhsuk-details">
    <summary class="nhsuk-details__summary">
      <span class="nhsuk-details__summary-text">${player.words.own('why')}</span>
    </summary>
    <div class="nhsuk-details__text">
      <ul class="nhsuk-list">
        ${reasons.map(
          (one) => html`<li>
            ${one.why} ${one.slug ? html`<a href=${`/how/${one.slug}/`}>${one.name}</a>` : nothing}
          </li>`,
        )}
      </ul>
    </div>
  </details>`
}
