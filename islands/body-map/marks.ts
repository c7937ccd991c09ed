// What can be done to the marks of a chart? Pure steps from one set of marks to the next, and a
// history to undo them. Nothing is filled in that nobody said: what is not said stays null.

import type { Layer, Mark, Marks } from './data.ts'

const LAYERS = ['pain', 'tingling', 'numbness'] as const
export const UNSAID: Mark = { pain: null, tingling: null, numbness: null, usual: false }
/** So many taps lead from nothing to the most: five for pain, three for a grade of three. */
const TAPS = 5

/** Is anything felt here, by what was said so far? */
export const isFelt = (mark: Mark): boolean => LAYERS.some((layer) => (mark[layer] ?? 0) > 0)

/** The strength after one more tap: up in even steps, and from the most back to nothing. */
export function tapped(value: number | null, most: number): number {
  if (value === most) return 0
  const step = Math.max(1, Math.floor(most / TAPS))
  return Math.min(most, (Math.floor((value ?? 0) / step) + 1) * step)
}

/** The marks with one strength changed on the picture; a place with nothing left is taken away. */
export function drawn(marks: Marks, place: string, layer: Layer, value: number): Marks {
  const next = strengthened(marks, place, layer, value)
  const mark = next.get(place)
  return mark && !isFelt(mark) ? without(next, place) : next
}

/** The marks with one strength said in the list, where nothing is an answer too. */
export function strengthened(marks: Marks, place: string, layer: Layer, value: number): Marks {
  return new Map(marks).set(place, { ...(marks.get(place) ?? UNSAID), [layer]: value })
}

/** The marks with a place ticked in the list: it is there, and nothing is said of it yet. */
export function ticked(marks: Marks, place: string): Marks {
  return marks.has(place) ? marks : new Map(marks).set(place, UNSAID)
}

/** The marks without one place. */
export function without(marks: Marks, place: string): Marks {
  const next = new Map(marks)
  next.delete(place)
  return next
}

/** The marks with a place said to be as it was before this bout, or not. */
export function usual(marks: Marks, place: string, value: boolean): Marks {
  return new Map(marks).set(place, { ...(marks.get(place) ?? UNSAID), usual: value })
}

/** The marks once someone said "that is all": what was not marked counts as none. */
export function confirmed(marks: Marks): Marks {
  const whole = (mark: Mark): Mark => ({
    pain: mark.pain ?? 0,
    tingling: mark.tingling ?? 0,
    numbness: mark.numbness ?? 0,
    usual: mark.usual,
  })
  return new Map([...marks].map(([place, mark]) => [place, whole(mark)]))
}

/** The places where nothing is said to be felt: they have no place on a chart. */
export const unfelt = (marks: Marks): string[] =>
  [...marks].filter(([, mark]) => !isFelt(mark)).map(([place]) => place)

/** Where the whole chart goes: the address names the places, as the pages without script do. */
export function address(action: string, marks: Marks): string {
  const places = [...marks.keys()].map((place) => `place=${encodeURIComponent(place)}`)
  return [action, ...places].join(action.includes('?') ? '&' : '?')
}

/** The marks now, and all that stood before them, to go back to step by step. */
export class History {
  #now: Marks = new Map()
  #before: Marks[] = []

  get now(): Marks {
    return this.#now
  }

  get canUndo(): boolean {
    return this.#before.length > 0
  }

  /** Go on to other marks; steps of one slide count as one (`join`). */
  go(next: Marks, join = false): void {
    if (next === this.#now) return
    if (!join) this.#before.push(this.#now)
    this.#now = next
  }

  undo(): void {
    this.#now = this.#before.pop() ?? this.#now
  }
}
