// What happened in one set? Its readings part by part, up and down told apart.
// The same as spineward/clinical/set_case.py, which says why. It holds no rule.

import { gradesOf, legState, NOTHING, symptomatic, type LegState } from './body.ts'
import { further, gradeUp, higher, lower } from './states.ts'
import type { Chart, Leg, Mark, Part, Reading, Symptom, Unsure, Weakness } from './types.ts'
import { limit, zoneOf, type World } from './world.ts'

export interface SetReadings {
  readonly t0: Reading
  readonly tdur?: Reading | null
  readonly t1?: Reading | null
  readonly t2?: Reading | null
  readonly at_10?: Reading | null
  readonly at_30?: Reading | null
}

export interface SetContext {
  readonly affected: readonly Leg[]
  readonly session_t0?: Chart | null
  readonly red_flags?: readonly string[]
  readonly symptoms?: readonly Symptom[]
  readonly stops_before?: number
  readonly row5_before?: number
  readonly minutes_since?: number
}

export type View = Readonly<Record<Part, LegState>>

const PARTS: readonly Part[] = ['left', 'right', 'back']

function backView(all: Chart, world: World): LegState {
  const rank = (mark: Mark): number => zoneOf(world, mark.zone).rank
  const chart = all.filter((mark) => rank(mark) < world.leg_rank)
  const painful = chart.filter((mark) => mark.pain && rank(mark))
  return {
    ...NOTHING,
    pain: Math.max(0, ...painful.map(rank)),
    tingling: Math.max(0, ...chart.filter((mark) => mark.tingling).map(rank)),
    intensity: Math.max(0, ...painful.map((mark) => mark.pain ?? 0)),
    tingling_at: gradesOf(chart, 'tingling'),
    numbness_at: gradesOf(chart, 'numbness'),
  }
}

function viewOf(chart: Chart, world: World): View {
  return {
    left: legState(chart, 'left', world),
    right: legState(chart, 'right', world),
    back: backView(chart, world),
  }
}

/** Anything felt in a leg, or in front of the thigh. */
export function legsSymptomatic(view: View): boolean {
  return symptomatic(view.left) || symptomatic(view.right)
}

/** Anything at all in this zone. */
export function felt(mark: Mark): boolean {
  return Boolean(mark.pain || mark.tingling || mark.numbness)
}

/** One part of the body in one set: own t0, what "up" is judged against, what followed. */
export interface SetPart {
  readonly set: SetCase
  readonly part: Part
  readonly t0: LegState
  readonly base: LegState
  readonly peak: LegState
  readonly t1: LegState | null
  readonly t2: LegState | null
  readonly at_10: LegState | null
  readonly at_30: LegState | null
  readonly later: LegState
}

type Views = readonly (View | null)[]

/** One set, read the way the tables need it. */
export class SetCase {
  readonly readings: SetReadings
  readonly context: SetContext
  readonly world: World
  readonly given: readonly Reading[]
  readonly views: readonly View[]
  readonly t0: View
  readonly first: View
  readonly unsure: ReadonlySet<Unsure>
  readonly weakness: ReadonlySet<Weakness | null | undefined>
  readonly parts: readonly [SetPart, SetPart, SetPart]

  constructor(readings: SetReadings, context: SetContext, world: World) {
    this.readings = readings
    this.context = context
    this.world = world
    const { t0, tdur, t1, t2, at_10, at_30 } = readings
    const points = [t0, tdur, t1, t2, at_10, at_30]
    this.given = points.filter((reading) => reading !== null && reading !== undefined)
    const at = points.map((reading) => (reading ? viewOf(reading.chart, world) : null))
    this.views = at.filter((view) => view !== null)
    this.t0 = viewOf(t0.chart, world)
    this.first = context.session_t0 ? viewOf(context.session_t0, world) : this.t0
    const doubtful = this.given.filter((reading) => reading !== at_30)
    this.unsure = new Set(doubtful.flatMap((reading) => reading.not_sure ?? []))
    this.weakness = new Set(this.given.map((reading) => reading.weakness))
    const [left, right, back] = PARTS.map((part) => this.part(part, at))
    this.parts = [left, right, back] as [SetPart, SetPart, SetPart]
  }

  private base(part: Part): LegState {
    const own = this.t0[part]
    const known = lower(own, this.first[part])
    if (part !== 'back' || !legsSymptomatic(this.first)) return known
    // Pain that drew back from a leg into the back this session has not moved outward since.
    return { ...known, pain: own.pain, tingling: own.tingling }
  }

  private part(part: Part, at: Views): SetPart {
    const states = at.map((view) => (view ? view[part] : null))
    const given = (some: (LegState | null)[]): LegState[] => some.filter((now) => now !== null)
    const base = this.base(part)
    const during = given(states.slice(1, 4))
    const peak = during.length ? during.reduce(higher) : base
    const later = given(states.slice(4)).reduce(higher, peak)
    const [, , t1 = null, t2 = null, at_10 = null, at_30 = null] = states
    return { set: this, part, t0: this.t0[part], base, peak, t1, t2, at_10, at_30, later }
  }

  /** Sharp or shooting leg pain that was not there at t0. */
  get sharp(): boolean {
    const { t0, tdur, t1, t2 } = this.readings
    const now = [tdur, t1, t2].some((reading) => reading?.sharp_shooting === 'yes')
    return t0.sharp_shooting !== 'yes' && now
  }

  /** The awaited answer has not come in time. */
  get overdue(): boolean {
    return (this.context.minutes_since ?? 0) >= limit(this.world, 'set.answer_minutes')
  }

  /** At the ten-minute re-ask nothing is further, stronger or sharper than at t0. */
  get settled(): boolean {
    const { t0, at_10 } = this.readings
    if (!at_10 || at_10.not_sure?.length) return false
    if (at_10.sharp_shooting === 'yes' && t0.sharp_shooting !== 'yes') return false
    return !this.parts.some((part) => part.at_10 && this.stillWorse(part, part.at_10))
  }

  private stillWorse(part: SetPart, now: LegState): boolean {
    if (gradeUp(part.base.tingling_at, now.tingling_at)) return true
    if (part.part === 'back') return !legsSymptomatic(this.t0) && further(part.base, now)
    const stronger = now.intensity - part.base.intensity >= limit(this.world, 'set.leg_up')
    return stronger || further(part.base, now)
  }
}
