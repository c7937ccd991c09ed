// How do picture and list become one body map? Both edit one set of marks; every change goes the
// same way and is shown in both. What is sent are the fields of the list, to the server's own pages.

import { render } from 'lit/html.js'
import { controls, type Does } from './controls.ts'
import { placeName, readData, strengthName, type Layer, type LayerData, type MapData, type Marks } from './data.ts'
import { PlaceList } from './list.ts'
import { History, address, confirmed, drawn, strengthened, tapped, ticked, unfelt, usual, without } from './marks.ts'
import { BodyPicture, type Close } from './picture.ts'
import { review } from './review.ts'
import { watchTouch } from './touch.ts'

/** So many pixels of a slide go from nothing to the most. */
const SLIDE_LENGTH = 160
/** The list follows once the finger rests for so many milliseconds, so that no tap waits for it. */
const FOLLOW_AFTER = 150

class BodyMap extends HTMLElement {
  declare data: MapData
  declare picture: BodyPicture
  declare list: PlaceList
  declare layer: LayerData
  readonly history = new History()
  chosen: string | null = null
  said = ''
  missing: string[] = []
  reviewing = false
  /** The strength where a slide began; null while nothing slides. */
  slidFrom: number | null = null
  sliderMoves = false
  following = 0

  connectedCallback(): void {
    this.data = readData('body-map-data')
    const [first] = this.data.layers
    if (!first) throw new Error('body-map: the page has no layers')
    this.layer = first
    this.picture = new BodyPicture(this.find<SVGSVGElement>('svg.body-chart'), this.data.picture, this.data.layers)
    this.list = new PlaceList(this.find('.chart__list'), this.data, {
      tick: (place, on) => this.tick(place, on),
      strength: (place, layer, value) => this.changeInList(strengthened(this.marks, place, layer, value), place, layer),
      usual: (place, value) => this.changeInList(usual(this.marks, place, value), place),
    })
    this.history.go(this.list.ticked().reduce<Marks>(ticked, this.marks), true)
    this.build()
    this.show()
    this.follow()
  }

  get marks(): Marks {
    return this.history.now
  }

  find<Found extends Element>(selector: string): Found {
    const found = this.querySelector<Found>(selector)
    if (!found) throw new Error(`body-map: the page has no ${selector}`)
    return found
  }

  /** The parts that only script needs: controls, the names of the sides, the list's heading. */
  build(): void {
    const { words } = this.data
    const frame = this.find('.chart__picture')
    const box = made('div', 'map-frame')
    box.append(this.picture.svg, made('span', 'map-side map-side--left'), made('span', 'map-view'), made('span', 'map-side map-side--right'))
    frame.append(box, made('div', 'map-controls'))
    this.find('.chart__list').prepend(made('h2', '', words['list']), made('p', 'quiet', `${words['list_lead']} ${words['strength']}`))
    this.find('.chart').after(made('section', 'map-review'))
    this.find('.action-bar').before(made('div', 'map-alert'))
    this.find('.map-alert').setAttribute('role', 'alert')
    this.find('form').setAttribute('autocomplete', 'off')
    this.find('form').addEventListener('submit', (event) => this.sent(event))
    const same = this.querySelector<HTMLButtonElement>('button[value=same]')
    if (same) {
      same.type = 'button'
      same.querySelector('span')?.replaceChildren(words['same'] ?? '')
      same.addEventListener('click', () => this.same())
    }
    watchTouch(box, this)
    this.classList.add('is-live')
  }

  // --- What a finger does -----------------------------------------------------------------------

  tap(x: number, y: number): void {
    if (!this.picture.close) {
      this.look(this.picture.partAt(x, y))
      // What is asked next stands below the picture: it comes over the bar.
      this.find('.chart__picture').scrollIntoView({ block: 'nearest' })
      return
    }
    const place = this.picture.placeAt(x, y)
    if (!place) return
    const value = tapped(this.marks.get(place)?.[this.layer.id] ?? null, this.layer.most)
    this.change(drawn(this.marks, place, this.layer.id, value), place, this.layer.id)
  }

  slideFrom(x: number, y: number): boolean {
    const place = this.picture.placeAt(x, y)
    if (!place) return false
    this.chosen = place
    this.slidFrom = this.marks.get(place)?.[this.layer.id] ?? 0
    this.sliderMoves = false
    return true
  }

  slide(along: number): void {
    if (this.slidFrom === null || !this.chosen) return
    const { most } = this.layer
    const value = Math.round(this.slidFrom + (along * most) / SLIDE_LENGTH)
    this.strength(Math.max(0, Math.min(most, value)), false)
  }

  slideEnd(): void {
    this.slidFrom = null
    this.sliderMoves = false
  }

  // --- What the controls do ---------------------------------------------------------------------

  /** The strength of the chosen place; all steps of one slide are one step to undo. */
  strength(value: number, done: boolean): void {
    const now = this.chosen ? (this.marks.get(this.chosen)?.[this.layer.id] ?? 0) : 0
    if (this.chosen && now !== value) {
      this.change(drawn(this.marks, this.chosen, this.layer.id, value), this.chosen, this.layer.id, this.sliderMoves)
      this.sliderMoves = true
    }
    if (done) this.sliderMoves = false
  }

  readonly does: Does = {
    layer: (id) => {
      this.layer = this.data.layers.find((layer) => layer.id === id) ?? this.layer
      this.show()
    },
    strength: (value, done) => this.strength(value, done),
    turn: () => {
      const { view, part } = this.picture.close ?? { view: 'front', part: 0 }
      this.look({ view: view === 'front' ? 'back' : 'front', part })
    },
    whole: () => this.look(null),
    step: (by) => {
      const { view, part } = this.picture.close ?? { view: 'back', part: by > 0 ? -1 : this.picture.parts }
      this.look({ view, part: part + by })
    },
    undo: () => {
      this.history.undo()
      this.said = this.data.words['undo'] ?? ''
      this.show()
    },
    clear: () => {
      this.change(new Map(), null)
      this.said = this.data.words['none_chosen'] ?? ''
      this.show()
    },
  }

  look(close: Close | null): void {
    this.picture.show(close)
    this.label()
    this.show()
  }

  /** Last time's marks, because someone asked for them; from there on they change what is new. */
  same(): void {
    this.change(new Map(Object.entries(this.data.last)), null)
    this.said = this.data.words['same_done'] ?? ''
    this.show()
  }

  tick(place: string, on: boolean): void {
    this.changeInList(on ? ticked(this.marks, place) : without(this.marks, place), on ? place : null)
  }

  /** Whoever works in the list goes on there at once: its questions must not come late. */
  changeInList(marks: Marks, chosen: string | null, layer?: Layer): void {
    this.change(marks, chosen, layer)
    this.follow()
  }

  // --- One state, shown everywhere --------------------------------------------------------------

  change(marks: Marks, chosen: string | null, layer?: Layer, join = false): void {
    this.history.go(marks, join)
    this.chosen = chosen
    this.missing = []
    const found = this.data.layers.find(({ id }) => id === layer)
    const value = chosen && layer ? (marks.get(chosen)?.[layer] ?? 0) : 0
    this.said = found && chosen ? `${placeName(chosen, this.data)}: ${found.name} ${strengthName(found, value, this.data.words)}` : ''
    this.show()
  }

  /** What the eye is on comes at once; the long list follows once the finger rests. */
  show(): void {
    const { data, marks, layer, chosen, said, history, picture } = this
    picture.paint(marks, layer, chosen)
    render(controls({ data, marks, layer, chosen, close: picture.close, canUndo: history.canUndo, said }, this.does), this.find<HTMLElement>('.map-controls'))
    clearTimeout(this.following)
    this.following = window.setTimeout(() => this.follow(), FOLLOW_AFTER)
  }

  /** The list, the last look and the bar: all that is sent is in them. */
  follow(): void {
    clearTimeout(this.following)
    const { data, marks } = this
    this.list.show(marks, this.missing)
    this.label()
    const answered = { usual: (place: string, value: boolean) => this.change(usual(this.marks, place, value), place), back: () => this.map() }
    render(this.reviewing ? review(marks, data, answered) : null, this.find<HTMLElement>('.map-review'))
    for (const part of this.querySelectorAll('form > h1, .chart, .chart__lead, p:has(> [value=same]), form > .action-bar')) {
      part.toggleAttribute('hidden', this.reviewing)
    }
    this.find('button[value=nothing]').toggleAttribute('hidden', marks.size > 0)
  }

  /** What is seen: how to use it, and which side of the picture is which. */
  label(): void {
    const { words } = this.data
    const { close } = this.picture
    this.find('.chart__lead').textContent = words[close ? 'lead_close' : 'lead'] ?? ''
    const sides = close?.view === 'front' ? ['right', 'left'] : ['left', 'right']
    const names = close ? [words.sides[sides[0] ?? ''], words[close.view], words.sides[sides[1] ?? '']] : [words['front'], '', words['back']]
    for (const [index, part] of ['.map-side--left', '.map-view', '.map-side--right'].entries()) {
      this.find(part).textContent = names[index] ?? ''
    }
  }

  // --- What is sent -----------------------------------------------------------------------------

  sent(event: Event): void {
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null
    const nothing = button?.value === 'nothing' && this.marks.size === 0
    const all = button?.value === 'save' && this.reviewing
    if (nothing || all) {
      this.history.go(confirmed(this.marks))
      this.follow()
      this.find<HTMLFormElement>('form').action = address(this.data.action, this.marks)
      return
    }
    event.preventDefault()
    this.ask()
  }

  /** The last look, once there is something to look at. */
  ask(): void {
    this.missing = unfelt(this.marks)
    const [first] = this.missing
    this.find('.map-alert').textContent = this.marks.size === 0 ? (this.data.words['empty'] ?? '') : ''
    this.reviewing = this.marks.size > 0 && first === undefined
    this.follow()
    if (first) this.list.goTo(first)
    if (this.reviewing) this.find<HTMLElement>('.map-review h1').focus()
  }

  map(): void {
    this.reviewing = false
    this.follow()
    this.find<HTMLElement>('.map-layer').focus()
  }
}

function made(tag: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  if (name) element.className = name
  element.textContent = text
  return element
}

customElements.define('body-map', BodyMap)
