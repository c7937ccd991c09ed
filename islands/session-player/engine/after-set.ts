// How did the body answer a set? The short page after a set becomes a full reading.
// The same as spineward/clinical/response.py, which says what each step is for.

import { backState, legState, LEGS, mostDistal } from './body.ts'
import { Marks } from './marks.ts'
import type { Leg, Mark, Reading, Side, Unsure, Weakness, YesNo } from './types.ts'
import { zoneOf, type World, type Zone } from './world.ts'

/** Rank of the lowest point with pain or tingling, or the front of the thigh. */
export type LowestPoint = number | 'front'

export interface Felt {
  readonly zone: string
  readonly side: Side
  readonly what: 'tingling' | 'numbness'
  readonly grade: number
}

/** The answers of the page after a set. Whatever is left out is "just as before". */
export interface AfterSet {
  readonly lowest?: Readonly<Partial<Record<Leg, LowestPoint | null>>>
  readonly leg_pain?: Readonly<Partial<Record<Leg, number | null>>>
  readonly back_pain?: number | null
  readonly felt?: readonly Felt[]
  readonly sharp_shooting?: YesNo | null
  readonly weakness?: Weakness | null
  readonly not_sure?: readonly Unsure[]
}

/** The full reading after a set, from the reading before it and the short answers.
 *
 * Throws for a lowest point that does not exist, or leg pain that contradicts it. */
export function readingAfter(t0: Reading, answers: AfterSet, world: World): Reading {
  const marks = new Marks(t0.chart, world)
  for (const leg of LEGS) {
    const lowest = answers.lowest?.[leg] ?? null
    const strongest = answers.leg_pain?.[leg] ?? null
    if (lowest !== null) {
      check(leg, lowest, strongest, world)
      move(marks, leg, lowest, strongest, world)
    }
    if (strongest !== null) scaleLeg(marks, leg, strongest, lowest, world)
    if (lowest !== null && lowest !== 'front' && inBack(lowest, world)) {
      reachBack(marks, leg, lowest, answers.back_pain ?? null, world)
    }
  }
  if (typeof answers.back_pain === 'number') scaleBack(marks, answers.back_pain, world)
  for (const felt of answers.felt ?? []) marks.set(felt.zone, felt.side, felt.what, felt.grade)
  const sharp = answers.sharp_shooting ?? t0.sharp_shooting
  return {
    chart: marks.chart(),
    ...(sharp ? { sharp_shooting: sharp } : {}),
    ...(answers.weakness ? { weakness: answers.weakness } : {}),
    ...(answers.not_sure?.length ? { not_sure: answers.not_sure } : {}),
  }
}

function inBack(rank: number, world: World): boolean {
  return Number.isInteger(rank) && 0 < rank && rank < world.leg_rank
}

function check(leg: Leg, lowest: LowestPoint, strongest: number | null, world: World): void {
  if (lowest === 'front') return
  if (![...world.zones.values()].some((zone) => zone.rank === lowest)) {
    throw new RangeError(`lowest.${leg}: ${lowest} is not allowed`)
  }
  if (lowest < world.leg_rank && strongest) {
    throw new RangeError(`leg_pain.${leg}: ${strongest} is not allowed; nothing is in the leg`)
  }
}

/** The first zone of the body map that is so; there is always one. */
function firstZone(world: World, so: (zone: Zone) => boolean): Zone {
  const found = [...world.zones.values()].find(so)
  if (found === undefined) throw new RangeError('zones: there is no such zone')
  return found
}

/** The painful marks of one leg, nearest first. */
function legPain(marks: Marks, leg: Leg, world: World): Mark[] {
  const rank = (mark: Mark): number => zoneOf(world, mark.zone).rank
  return marks
    .all()
    .filter((mark) => mark.side === leg && mark.pain && rank(mark) >= world.leg_rank)
    .sort((one, other) => rank(one) - rank(other))
}

/** Move the pain of a leg to its new lowest point; tingling and numbness stay as they are. */
function move(
  marks: Marks,
  leg: Leg,
  lowest: LowestPoint,
  strongest: number | null,
  world: World,
): void {
  const front = firstZone(world, (zone) => zone.path === 'anterior')
  const before = legState(marks.all(), leg, world)
  const pain = Math.max(strongest ?? before.intensity, 1)
  const reach = lowest === 'front' ? front.rank : lowest
  for (const mark of legPain(marks, leg, world)) {
    if (zoneOf(world, mark.zone).rank > reach) marks.set(mark.zone, leg, 'pain', 0)
  }
  if (lowest === 'front') {
    if (!before.front_pain) marks.set(front.id, leg, 'pain', pain)
  } else if (lowest >= world.leg_rank) {
    const moved = lowest < before.pain || lowest > Math.max(before.pain, before.tingling)
    if (moved) marks.set(zoneAt(marks, leg, lowest, world), leg, 'pain', pain)
  }
}

/** A zone of that rank: one already marked in this leg, else the first of the body map. */
function zoneAt(marks: Marks, leg: Leg, rank: number, world: World): string {
  const level = (zone: Zone): boolean => zone.rank === rank && zone.path === 'sciatic'
  const marked = [...world.zones.values()].find((zone) => level(zone) && marks.get(zone.id, leg))
  return (marked ?? firstZone(world, level)).id
}

/** The furthest painful mark becomes the strongest pain given; no other mark is above it. */
function scaleLeg(
  marks: Marks,
  leg: Leg,
  strongest: number,
  lowest: LowestPoint | null,
  world: World,
): void {
  const painful = legPain(marks, leg, world)
  const { tingling } = legState(marks.all(), leg, world)
  if (strongest === 0 && (lowest === null || lowest === tingling)) {
    for (const mark of painful) marks.set(mark.zone, leg, 'pain', 0)
    return
  }
  if (!painful.length && strongest) {
    const reached = mostDistal(legState(marks.all(), leg, world)) || world.leg_rank
    marks.set(zoneAt(marks, leg, reached, world), leg, 'pain', strongest)
  }
  for (const mark of painful.slice(0, -1)) {
    marks.set(mark.zone, leg, 'pain', Math.max(Math.min(mark.pain ?? 0, strongest), 1))
  }
  for (const mark of painful.slice(-1)) {
    marks.set(mark.zone, leg, 'pain', Math.max(strongest, 1))
  }
}

/** The lowest point of a leg lies in the back: a mark stands there, and none beyond it. */
function reachBack(marks: Marks, leg: Leg, rank: number, pain: number | null, world: World): void {
  const chart = marks.all()
  const level = firstZone(world, (zone) => zone.rank === rank)
  const beyond = chart.filter(
    (mark) =>
      mark.side === leg && mark.pain && zoneOf(world, mark.zone).rank === world.leg_rank - 1,
  )
  const side: Side = level.sides.includes(leg) ? leg : 'middle'
  if (!marks.get(level.id, side)?.pain) {
    const known = pain ?? backState(chart, world).intensity
    marks.set(level.id, side, 'pain', Math.max(known, 1))
  }
  if (side === 'middle') for (const mark of beyond) marks.set(mark.zone, leg, 'pain', 0)
}

/** The strongest painful mark of the back becomes the pain given; no other is above it. */
function scaleBack(marks: Marks, pain: number, world: World): void {
  const back = (mark: Mark): boolean => inBack(zoneOf(world, mark.zone).rank, world)
  const painful = marks.all().filter((mark) => mark.pain && back(mark))
  if (!painful.length && pain) {
    const midline = firstZone(world, (zone) => zone.rank === 1)
    marks.set(midline.id, 'middle', 'pain', pain)
  }
  const highest = Math.max(0, ...painful.map((mark) => mark.pain ?? 0))
  for (const mark of painful) {
    const strongest = mark.pain === highest
    const now = strongest ? pain : Math.min(mark.pain ?? 0, pain)
    marks.set(mark.zone, mark.side, 'pain', now)
  }
}
