// How far from the spine is it felt? Ranks, intensities and grades read off a chart, leg by leg.
// The same as spineward/clinical/body.py, which says what each of them means.

import type { Chart, Leg } from './types.ts'
import { zoneOf, type World } from './world.ts'

export const LEGS: readonly [Leg, Leg] = ['left', 'right']

export type Grades = Readonly<Record<string, number>>

export interface LegState {
  readonly pain: number
  readonly tingling: number
  readonly numbness: number
  readonly front_pain: number
  readonly front_tingling: number
  readonly front_numbness: number
  readonly intensity: number
  readonly tingling_at: Grades
  readonly numbness_at: Grades
}

export interface BackState {
  readonly pain: number
  readonly intensity: number
}

export const NOTHING: LegState = {
  pain: 0,
  tingling: 0,
  numbness: 0,
  front_pain: 0,
  front_tingling: 0,
  front_numbness: 0,
  intensity: 0,
  tingling_at: {},
  numbness_at: {},
}

function reaches(state: LegState): number[] {
  return [
    state.pain,
    state.tingling,
    state.numbness,
    state.front_pain,
    state.front_tingling,
    state.front_numbness,
  ]
}

/** Is anything felt in this leg at all, on either path? */
export function symptomatic(state: LegState): boolean {
  return reaches(state).some((rank) => rank > 0)
}

/** The highest rank of anything felt in this leg. */
export function mostDistal(state: LegState): number {
  return Math.max(...reaches(state))
}

/** The grades by zone, the higher one where a zone is marked twice. */
export function gradesOf(chart: Chart, what: 'tingling' | 'numbness'): Grades {
  const grades: Record<string, number> = {}
  for (const mark of chart) {
    const grade = mark[what] ?? 0
    if (grade) grades[mark.zone] = Math.max(grade, grades[mark.zone] ?? 0)
  }
  return grades
}

const QUALITIES = ['pain', 'tingling', 'numbness'] as const

/** What is felt in one leg (its ranks and the front of the thigh). */
export function legState(chart: Chart, leg: Leg, world: World): LegState {
  const side = chart.filter((mark) => mark.side === leg)
  if (!side.length) return NOTHING
  const sciatic = { pain: 0, tingling: 0, numbness: 0 }
  const front = { pain: 0, tingling: 0, numbness: 0 }
  let intensity = 0
  for (const mark of side) {
    const { rank, path } = zoneOf(world, mark.zone)
    if (rank < world.leg_rank) continue
    intensity = Math.max(intensity, mark.pain ?? 0)
    const furthest = path === 'anterior' ? front : sciatic
    for (const what of QUALITIES) if (mark[what]) furthest[what] = Math.max(furthest[what], rank)
  }
  return {
    ...sciatic,
    front_pain: front.pain,
    front_tingling: front.tingling,
    front_numbness: front.numbness,
    intensity,
    tingling_at: gradesOf(side, 'tingling'),
    numbness_at: gradesOf(side, 'numbness'),
  }
}

/** What is felt in the back, which belongs to the person and not to a leg. */
export function backState(chart: Chart, world: World): BackState {
  const rank = (zone: string): number => zoneOf(world, zone).rank
  const own = chart.filter(
    (mark) => mark.pain && 0 < rank(mark.zone) && rank(mark.zone) < world.leg_rank,
  )
  return {
    pain: Math.max(0, ...own.map((mark) => rank(mark.zone))),
    intensity: Math.max(0, ...own.map((mark) => mark.pain ?? 0)),
  }
}
