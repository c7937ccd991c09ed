// How do two states of one part of the body compare? The lower, the higher, what went up.

import type { Grades, LegState } from './body.ts'

type Pick = (one: number, other: number) => number
type Zones = (one: Grades, other: Grades) => Grades

function each(one: LegState, other: LegState, pick: Pick, zones: Zones): LegState {
  return {
    pain: pick(one.pain, other.pain),
    tingling: pick(one.tingling, other.tingling),
    numbness: pick(one.numbness, other.numbness),
    front_pain: pick(one.front_pain, other.front_pain),
    front_tingling: pick(one.front_tingling, other.front_tingling),
    front_numbness: pick(one.front_numbness, other.front_numbness),
    intensity: pick(one.intensity, other.intensity),
    tingling_at: zones(one.tingling_at, other.tingling_at),
    numbness_at: zones(one.numbness_at, other.numbness_at),
  }
}

function lowerGrades(one: Grades, other: Grades): Grades {
  const both = Object.entries(one).filter(([zone]) => other[zone] !== undefined)
  return Object.fromEntries(both.map(([zone, grade]) => [zone, Math.min(grade, other[zone] ?? 0)]))
}

function higherGrades(one: Grades, other: Grades): Grades {
  const any = Object.keys({ ...one, ...other })
  return Object.fromEntries(
    any.map((zone) => [zone, Math.max(one[zone] ?? 0, other[zone] ?? 0)]),
  )
}

/** The lower of two states in every quantity; ranks are compared, never averaged. */
export function lower(one: LegState, other: LegState): LegState {
  return each(one, other, Math.min, lowerGrades)
}

/** The higher of two states in every quantity. */
export function higher(one: LegState, other: LegState): LegState {
  return each(one, other, Math.max, higherGrades)
}

/** A grade rose in a zone, or a zone is new. */
export function gradeUp(before: Grades, now: Grades): boolean {
  return Object.entries(now).some(([zone, grade]) => grade > (before[zone] ?? 0))
}

/** Pain or tingling reaches further on either path. */
export function further(before: LegState, now: LegState): boolean {
  return (
    now.pain > before.pain ||
    now.tingling > before.tingling ||
    now.front_pain > before.front_pain ||
    now.front_tingling > before.front_tingling
  )
}
