// How does the list show and change the same marks? The server's own boxes say which places; the
// fields of the next page open below each. These are the fields that are sent.

import { html, nothing, render, type TemplateResult } from 'lit/html.js'
import { live } from 'lit/directives/live.js'
import { placeName, strengthName, type Layer, type LayerData, type MapData, type Mark, type Marks } from './data.ts'

export interface Listed {
  tick(place: string, on: boolean): void
  strength(place: string, layer: Layer, value: number): void
  usual(place: string, value: boolean): void
}

interface Row {
  box: HTMLInputElement
  host: HTMLElement
  shown: string
}

export class PlaceList {
  readonly #rows = new Map<string, Row>()
  readonly #data: MapData
  readonly #does: Listed

  constructor(list: Element, data: MapData, does: Listed) {
    this.#data = data
    this.#does = does
    for (const box of list.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
      const row = box.closest('.sides, .nhsuk-checkboxes__item')
      if (!row) throw new Error(`body-map: the box ${box.value} has no row`)
      const host = document.createElement('div')
      row.parentElement?.insertBefore(host, row.nextSibling)
      box.addEventListener('change', () => does.tick(box.value, box.checked))
      this.#rows.set(box.value, { box, host, shown: '' })
    }
    if (this.#rows.size === 0) throw new Error('body-map: the list has no places')
  }

  /** The places that are ticked already, as after an error or a reload. */
  ticked(): string[] {
    return [...this.#rows].filter(([, { box }]) => box.checked).map(([place]) => place)
  }

  /** Show the marks; only rows whose mark changed are touched. */
  show(marks: Marks, missing: readonly string[]): void {
    for (const [place, row] of this.#rows) {
      const mark = marks.get(place)
      const lacks = missing.includes(place)
      const now = `${JSON.stringify(mark ?? null)} ${lacks}`
      if (now === row.shown) continue
      row.shown = now
      row.box.checked = mark !== undefined
      render(mark ? this.#questions(place, mark, lacks) : nothing, row.host)
    }
  }

  /** Take the person to the questions of one place. */
  goTo(place: string): void {
    this.#rows.get(place)?.host.querySelector('input')?.focus()
  }

  #questions(place: string, mark: Mark, lacks: boolean): TemplateResult {
    const { layers, words } = this.#data
    return html`<section class="place map-place" aria-label=${placeName(place, this.#data)}>
      <p class="map-place__name"><strong>${placeName(place, this.#data)}</strong></p>
      ${lacks ? html`<p class="nhsuk-error-message" id="lacks-${place}">${words['unset']}</p>` : nothing}
      ${layers.map((layer) => this.#question(place, mark, layer))}
      <div class="nhsuk-checkboxes nhsuk-checkboxes--small"><div class="nhsuk-checkboxes__item">
        <input class="nhsuk-checkboxes__input" type="checkbox" name="${place}.usual" id="id_${place}.usual"
          .checked=${live(mark.usual)}
          @change=${(event: Event) => this.#does.usual(place, (event.target as HTMLInputElement).checked)}>
        <label class="nhsuk-label nhsuk-checkboxes__label" for="id_${place}.usual">${words['usual']}</label>
      </div></div>
    </section>`
  }

  #question(place: string, mark: Mark, layer: LayerData): TemplateResult {
    const { words } = this.#data
    const values = Array.from({ length: layer.most + 1 }, (_, value) => value)
    return html`<fieldset class="nhsuk-fieldset map-question">
      <legend class="nhsuk-fieldset__legend">
        <span class="nhsuk-u-visually-hidden">${placeName(place, this.#data)}, </span>${layer.name}
      </legend>
      <div class="scale ${layer.id === 'pain' ? '' : 'scale--words'}">
        ${values.map((value) => {
          const id = `id_${place}.${layer.id}_${value}`
          return html`<div class="scale__item">
            <input class="scale__input" type="radio" id=${id} name="${place}.${layer.id}" value=${value}
              .checked=${live(mark[layer.id] === value)} @change=${() => this.#does.strength(place, layer.id, value)}>
            <label class="scale__label number" for=${id}>${strengthName(layer, value, words)}</label>
          </div>`
        })}
      </div>
    </fieldset>`
  }
}
