// How does the drawn body take a finger and show marks? It knows shapes and nothing of what they
// mean: which shape lies nearest to a touch, which part is seen from close by, what is painted.

import type { LayerData, Mark, Marks, Picture, View } from './data.ts'

const SVG = 'http://www.w3.org/2000/svg'
/** A touch this near a shape still means it, in pixels: a finger is wider than a line. */
const REACH = 30
const STEP = 3
const RAYS = 16
/** So many points across and down tell where the middle of a shape is. */
const GRID = 14

interface Shape {
  place: string
  view: View
  path: SVGPathElement
  box: DOMRect
  /** What is painted over it, and from which mark. */
  over: SVGGElement
  shown: string
  spots?: [number, number][]
}

/** A part of one view, counted from the spine down. */
export interface Close {
  view: View
  part: number
}

export class BodyPicture {
  readonly svg: SVGSVGElement
  readonly #data: Picture
  readonly #layers: LayerData[]
  readonly #shapes: Shape[] = []
  #close: Close | null = null

  constructor(svg: SVGSVGElement, data: Picture, layers: LayerData[]) {
    this.svg = svg
    this.#data = data
    this.#layers = layers
    for (const group of svg.querySelectorAll<SVGGElement>('g[data-view]')) this.#learn(group)
    if (this.#shapes.length === 0) throw new Error('body-map: the picture has no zones')
    this.show(null)
  }

  #learn(group: SVGGElement): void {
    for (const path of group.querySelectorAll<SVGPathElement>('path[data-zone]')) {
      const place = `${path.dataset['zone']}-${path.dataset['side']}`
      // Right after its shape: a zone that lies over another also lies over that one's mark.
      const over = document.createElementNS(SVG, 'g')
      over.setAttribute('class', 'map-marks')
      path.after(over)
      const view = group.dataset['view'] as View
      this.#shapes.push({ place, view, path, box: path.getBBox(), over, shown: '' })
    }
  }

  get close(): Close | null {
    return this.#close
  }

  get parts(): number {
    return this.#data.close.length
  }

  /** Come close to a part, or show the whole of both views. */
  show(close: Close | null): void {
    this.#close = close
    const [width, height] = this.#data.size
    this.svg.setAttribute('viewBox', close ? this.#frame(close) : `0 0 ${width} ${height}`)
    this.svg.classList.toggle('is-close', close !== null)
    for (const group of this.svg.querySelectorAll<SVGGElement>('g[data-view]')) {
      group.style.setProperty('display', close && group.dataset['view'] !== close.view ? 'none' : '')
    }
  }

  #frame({ view, part }: Close): string {
    const [top, bottom, half] = this.#part(part)
    return `${this.#data.middles[view] - half} ${top} ${half * 2} ${bottom - top}`
  }

  #part(part: number): [number, number, number] {
    const found = this.#data.close[part]
    if (!found) throw new Error(`body-map: there is no part ${part}`)
    return found
  }

  /** The part of the body under a point of the screen, seen from far. */
  partAt(x: number, y: number): Close {
    const at = this.#inside(x, y)
    const { front, back } = this.#data.middles
    const view = Math.abs(at.x - front) < Math.abs(at.x - back) ? 'front' : 'back'
    const away = this.#data.close.map(([top, bottom]) => Math.abs(at.y - (top + bottom) / 2))
    return { view, part: away.indexOf(Math.min(...away)) }
  }

  /** The nearest place to a point of the screen, or none within a finger's width. */
  placeAt(x: number, y: number): string | null {
    if (!this.#close) return null
    const at = this.#inside(x, y)
    at.x -= this.#data.middles[this.#close.view]
    const unit = 1 / (this.svg.getScreenCTM()?.a ?? 1)
    const near = this.#near(at, REACH * unit)
    for (let reach = 0; reach <= REACH; reach += STEP) {
      const found = this.#ring(at, reach * unit, near)
      if (found) return found
    }
    return null
  }

  #near(at: DOMPoint, reach: number): Shape[] {
    const outside = (low: number, size: number, value: number): boolean =>
      value < low - reach || value > low + size + reach
    return this.#shapes
      .filter(({ view, box }) => view === this.#close?.view && !outside(box.x, box.width, at.x) && !outside(box.y, box.height, at.y))
      .reverse()
  }

  #ring(at: DOMPoint, radius: number, shapes: Shape[]): string | null {
    const rays = radius === 0 ? 1 : RAYS
    for (let ray = 0; ray < rays; ray += 1) {
      const angle = (2 * Math.PI * ray) / RAYS
      const point = new DOMPoint(at.x + radius * Math.cos(angle), at.y + radius * Math.sin(angle))
      const found = shapes.find(({ path }) => path.isPointInFill(point))
      if (found) return found.place
    }
    return null
  }

  #inside(x: number, y: number): DOMPoint {
    return new DOMPoint(x, y).matrixTransform(this.svg.getScreenCTM()?.inverse())
  }

  /** Paint the marks; only shapes whose mark changed are touched. */
  paint(marks: Marks, layer: LayerData, chosen: string | null): void {
    for (const shape of this.#shapes) {
      const mark = marks.get(shape.place)
      const now = `${JSON.stringify(mark ?? null)} ${layer.id} ${shape.place === chosen}`
      if (now === shape.shown) continue
      shape.shown = now
      shape.over.replaceChildren(...this.#painted(shape, mark, layer, shape.place === chosen))
    }
  }

  *#painted(shape: Shape, mark: Mark | undefined, layer: LayerData, chosen: boolean): Iterable<SVGElement> {
    const { name, shades } = this.#data
    if (mark?.pain) {
      yield this.#copy(shape, { class: 'map-pain', 'fill-opacity': `${shades[mark.pain] ?? 1}` })
    }
    if (mark?.numbness) yield this.#copy(shape, { fill: `url(#${name}-n${mark.numbness})` })
    if (mark?.tingling) yield this.#copy(shape, { fill: `url(#${name}-t${mark.tingling})` })
    const rim = chosen ? 'map-rim map-rim--chosen' : 'map-rim'
    if (chosen || (mark && this.#layers.some(({ id }) => mark[id]))) yield this.#copy(shape, { class: rim })
    const value = mark?.[layer.id]
    if (value) yield* this.#numbers(shape, value)
  }

  #copy(shape: Shape, attributes: Record<string, string>): SVGElement {
    const copy = document.createElementNS(SVG, 'path')
    copy.setAttribute('d', shape.path.getAttribute('d') ?? '')
    for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value)
    return copy
  }

  /** The number on a shape; a foot is drawn twice, standing and large, and gets it on both. */
  *#numbers(shape: Shape, value: number): Iterable<SVGElement> {
    shape.spots ??= this.#spots(shape)
    for (const [x, y] of shape.spots) {
      const text = document.createElementNS(SVG, 'text')
      text.setAttribute('x', `${x}`)
      text.setAttribute('y', `${y}`)
      text.textContent = `${value}`
      yield text
    }
  }

  /** The middle of what is drawn of a shape in the standing figure, and in the large feet. */
  #spots({ path, box }: Shape): [number, number][] {
    const large = this.#part(this.parts - 1)[0]
    const [standing, feet]: [DOMPoint[], DOMPoint[]] = [[], []]
    const across = Math.max(1, box.width / GRID)
    const down = Math.max(1, box.height / GRID)
    for (let x = box.x; x <= box.x + box.width; x += across) {
      for (let y = box.y; y <= box.y + box.height; y += down) {
        const point = new DOMPoint(x, y)
        if (path.isPointInFill(point)) (y < large ? standing : feet).push(point)
      }
    }
    return [standing, feet].filter((points) => points.length > 0).map(middleOf)
  }
}

function middleOf(points: DOMPoint[]): [number, number] {
  const sum = points.reduce(([x, y], point): [number, number] => [x + point.x, y + point.y], [0, 0] as [number, number])
  return [sum[0] / points.length, sum[1] / points.length]
}
