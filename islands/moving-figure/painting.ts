// How is a drawing put on the page, and changed? One SVG element, made once; while it moves, only
// the `d` of the paths that move is written.

import { frameAt, pathOf, pointsAt, poseAt, tracks, wayAt } from './frames.ts'
import type { Drawing, Track } from './frames.ts'

const SVG = 'http://www.w3.org/2000/svg'
const SCENE = { stroke: 'var(--edge)', 'stroke-width': '1', 'stroke-linejoin': 'round' }
const ARROW = { fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }

let count = 0

function make(name: string, attributes: Record<string, string>, into: Element): Element {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return into.appendChild(element)
}

/** The stripes that mark the painful leg; gives the fill that names them. */
function stripes(svg: Element): string {
  count += 1
  const id = `moving-figure-${count}`
  const pattern = make(
    'pattern',
    { id, width: '6', height: '6', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    make('defs', {}, svg),
  )
  make('rect', { width: '6', height: '6', fill: 'var(--figure-shirt)' }, pattern)
  make('path', { d: 'M0 1.6H6', stroke: 'var(--figure-stripe)', 'stroke-width': '3.2' }, pattern)
  return `url(#${id})`
}

interface Moving {
  readonly track: Track
  readonly path: Element
  readonly points: Float32Array
}

export class Painting {
  readonly svg = document.createElementNS(SVG, 'svg')
  readonly drawing: Drawing
  #moving: Moving[] = []
  #arrow: Element[] = []
  #pose = -1
  #frame = 0

  constructor(drawing: Drawing, label: string) {
    this.drawing = drawing
    const { svg } = this
    svg.setAttribute('class', 'figure')
    svg.setAttribute('viewBox', drawing.box.join(' '))
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', label)
    const fill = drawing.striped ? stripes(svg) : ''
    const all = make('g', drawing.mirror ? { transform: drawing.mirror } : {}, svg)
    for (const [paint, d] of drawing.scene) make('path', { d, fill: paint, ...SCENE }, all)
    this.#layers(make('g', { 'stroke-linejoin': 'round', 'paint-order': 'stroke' }, all), fill)
    for (const [stroke, width] of [['var(--card)', '6'], ['var(--go)', '2.8']] as const) {
      this.#arrow.push(make('path', { ...ARROW, stroke, 'stroke-width': width }, all))
    }
  }

  #layers(group: Element, painful: string): void {
    for (const track of tracks(this.drawing)) {
      const { layer } = track
      const path = make('path', {
        d: pathOf(track.frames[0]!, layer.sizes),
        fill: layer.tone === 'leg' && painful ? painful : layer.fill,
        stroke: layer.line,
        'stroke-width': String(layer.width),
      }, group)
      const points = new Float32Array(layer.points.length)
      if (layer.steps.length) this.#moving.push({ track, path, points })
    }
  }

  /** The picture at this second of the cycle, with an arrow while it is on its way. */
  move(second: number, eased: boolean): void {
    this.#paint(frameAt(this.drawing, second, eased))
    this.#point(wayAt(this.drawing, second))
  }

  /** The pose that belongs to this second, with the arrow to the next one: no motion. */
  hold(second: number): void {
    const pose = poseAt(this.drawing, second)
    this.#paint(this.drawing.poses[pose]!.frame)
    this.#point(pose)
  }

  #paint(frame: number): void {
    // A pose that is held costs nothing.
    if (frame === this.#frame) return
    this.#frame = frame
    for (const { track, path, points } of this.#moving) {
      path.setAttribute('d', pathOf(pointsAt(track, frame, points), track.layer.sizes))
    }
  }

  #point(pose: number): void {
    if (pose === this.#pose) return
    this.#pose = pose
    for (const path of this.#arrow) path.setAttribute('d', this.drawing.ways[pose] ?? '')
  }
}
