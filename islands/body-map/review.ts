// What is sent, in words? Every place once more, before it is kept; nothing is filled in unasked.

import { html, nothing, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { placeName, strengthName, type LayerData, type MapData, type Mark, type Marks } from './data.ts'

export interface Reviewed {
  usual(place: string, value: boolean): void
  back(): void
}

/** The last look at the chart, with the two ways on. */
export function review(marks: Marks, data: MapData, does: Reviewed): TemplateResult {
  const { words } = data
  return html`<h1 tabindex="-1">${words['review']}</h1>
    <p>${words['review_lead']}</p>
    ${[...marks].map(([place, mark]) => line(place, mark, data, does))}
    <p>${nowhere(marks, data)}</p>
    ${roots(marks, data)}
    <div class="action-bar action-bar--two">
      <button type="button" class="nhsuk-button nhsuk-button--secondary" @click=${does.back}>${words['more']}</button>
      <button class="nhsuk-button" name="answer" value="save">${words['save']}</button>
    </div>`
}

function line(place: string, mark: Mark, data: MapData, does: Reviewed): TemplateResult {
  const id = `review-${place}`
  const said = data.layers.filter((layer) => mark[layer.id]).map((layer) => strong(layer, mark, data))
  return html`<div class="map-review__place">
    <p><strong>${placeName(place, data)}</strong><br><span class="number">${said.join(' · ')}</span></p>
    <div class="nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item">
      <input class="nhsuk-checkboxes__input" type="checkbox" id=${id} .checked=${live(mark.usual)}
        @change=${(event: Event) => does.usual(place, (event.target as HTMLInputElement).checked)}>
      <label class="nhsuk-label nhsuk-checkboxes__label" for=${id}>
        <span class="nhsuk-u-visually-hidden">${placeName(place, data)}: </span>${data.words['usual']}
      </label>
    </div></div>
  </div>`
}

const strong = (layer: LayerData, mark: Mark, { words }: MapData): string =>
  `${layer.name} ${strengthName(layer, mark[layer.id] ?? 0, words).toLowerCase()}`

/** The layers that were marked nowhere, one short sentence each. */
const nowhere = (marks: Marks, { layers, words }: MapData): string =>
  layers
    .filter(({ id }) => ![...marks.values()].some((mark) => mark[id]))
    .map(({ id }) => `${words[`no_${id}`]}.`)
    .join(' ')

/** The nerve-root areas of the marked zones, for whoever asks; they name no cause. */
function roots(marks: Marks, data: MapData): TemplateResult {
  const marked = data.zones.filter(({ id }) => [...marks.keys()].some((place) => place.startsWith(`${id}-`)))
  const known = marked.filter((zone) => zone.roots.length > 0)
  return html`<details class="why nhsuk-details">
    <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${data.words['roots']}</span></summary>
    <div class="nhsuk-details__text">
    ${known.length ? html`<p>${data.words['roots_lead']}</p>` : html`<p>${data.words['roots_none']}</p>`}
    ${known.length ? html`<ul>${known.map((zone) => html`<li>${zone.name}: ${zone.roots.join(', ')}</li>`)}</ul>` : nothing}
    </div>
  </details>`
}
