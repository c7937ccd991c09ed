// Which buttons lie under the thumb? The strength of the chosen place, the layers, and the views.

import { html, svg, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { placeName, strengthName, type Layer, type LayerData, type MapData, type Marks } from './data.ts'
import type { Close } from './picture.ts'

export interface Shown {
  data: MapData
  marks: Marks
  layer: LayerData
  chosen: string | null
  close: Close | null
  canUndo: boolean
  said: string
}

export interface Does {
  layer(id: Layer): void
  strength(value: number, done: boolean): void
  turn(): void
  whole(): void
  step(by: number): void
  undo(): void
  clear(): void
}

const sheet = (): string => {
  const use = document.querySelector('use[href*="icons.svg"]')?.getAttribute('href')
  if (!use) throw new Error('body-map: the page has no icons')
  return use.slice(0, use.indexOf('#'))
}

/** A line icon of the page's own sheet. */
export const icon = (name: string): TemplateResult =>
  html`<svg class="icon" aria-hidden="true" focusable="false"><use href="${sheet()}#${name}"></use></svg>`

/** All controls of the picture, from the strength down to undo. */
export function controls(shown: Shown, does: Does): TemplateResult {
  return html`${strength(shown, does)}${layers(shown, does)}${views(shown, does)}
    <p class="nhsuk-u-visually-hidden" role="status">${shown.said}</p>`
}

function strength({ data, marks, layer, chosen, said }: Shown, does: Does): TemplateResult {
  const { words } = data
  const hint = said === words['same_done'] ? said : words['none_chosen']
  if (!chosen) return html`<div class="map-strength"><p class="quiet">${hint}</p></div>`
  const value = marks.get(chosen)?.[layer.id] ?? null
  const name = placeName(chosen, data)
  const told = value === null ? words['not_marked'] : strengthName(layer, value, words)
  const slid = (event: Event): void =>
    does.strength(Number((event.target as HTMLInputElement).value), event.type === 'change')
  return html`<div class="map-strength">
    <p><strong>${name}</strong> <span class="number">${layer.name}: ${told}</span></p>
    <input class="map-slider map-slider--${layer.id}" type="range" min="0" max=${layer.most} step="1"
      .value=${live(`${value ?? 0}`)} aria-label="${layer.name}, ${name}" aria-valuetext=${told ?? ''}
      @input=${slid} @change=${slid}>
    <p class="map-ends quiet" aria-hidden="true">${ends(layer, data)}</p>
    ${layer.id === 'pain' ? '' : html`<p class="map-help quiet">${words['strength']}</p>`}
  </div>`
}

const ends = (layer: LayerData, { words }: MapData): TemplateResult[] =>
  layer.id === 'pain'
    ? [html`<span class="number">0</span>`, html`<span class="number">${layer.most}</span>`]
    : words.grades.map((grade) => html`<span>${grade}</span>`)

function layers({ data, layer }: Shown, does: Does): TemplateResult {
  return html`<div class="map-layers" role="group" aria-label=${data.words['layers'] ?? ''}>
    ${data.layers.map(
      (one) => html`<button type="button" class="map-layer map-layer--${one.id}"
        aria-pressed=${one.id === layer.id ? 'true' : 'false'} @click=${() => does.layer(one.id)}>
        ${swatch(one.id, data)} <span>${one.name}</span>
      </button>`,
    )}
  </div>`
}

const swatch = (layer: Layer, { picture }: MapData): TemplateResult => {
  const fills: Record<Layer, string> = {
    pain: 'var(--pain)',
    tingling: `url(#${picture.name}-t2)`,
    numbness: `url(#${picture.name}-n2)`,
  }
  return html`<svg class="map-swatch" viewBox="0 0 20 20" aria-hidden="true">
    ${svg`<rect x="1" y="1" width="18" height="18" rx="5" fill=${fills[layer]}></rect>`}
  </svg>`
}

function views({ data, close, canUndo, marks }: Shown, does: Does): TemplateResult {
  const { words, picture } = data
  const button = (name: string, sign: string, does: () => void, can = true): TemplateResult =>
    html`<button type="button" class="map-button" aria-disabled=${can ? 'false' : 'true'}
      @click=${() => can && does()}>${icon(sign)} <span>${words[name]}</span></button>`
  return html`<div class="map-views" role="group" aria-label=${words['views'] ?? ''}>
    ${button('up', 'arrow-up', () => does.step(-1), !close || close.part > 0)}
    ${button('down', 'arrow-down', () => does.step(1), !close || close.part < picture.close.length - 1)}
    ${button('turn', 'rotate-ccw', does.turn)}
    ${button('whole', 'person-standing', does.whole, close !== null)}
    ${button('undo', 'undo-2', does.undo, canUndo)}
    ${button('clear', 'trash-2', does.clear, marks.size > 0)}
  </div>`
}
