// How far has one set of a session come? Its readings, one by one, and what they mean so far.
// The same as spineward/clinical/open_set.py; `readSet` is set_verdict.read_set by the tables.

import { withNames } from './look-up.ts'
import { sorted } from './join.ts'
import { signsOf } from './measured.ts'
import { felt, SetCase, type SetContext, type SetReadings } from './set-case.ts'
import { atLeast, type Chart, type Leg, type Point, type Reading } from './types.ts'
import type { SetOutcome, SetRecord, Symptom } from './types.ts'
import { MINUTE, minutes, type World } from './world.ts'

/** The outcome of one set, naming the red flags ticked and the questions it opens. */
export function readSet(readings: SetReadings, context: SetContext, world: World): SetOutcome {
  const found = new SetCase(readings, context, world)
  const outcome = world.response.outcome(signsOf(found))
  return withNames(outcome, context.red_flags ?? [], opens(found))
}

/** The items whose questions a new mark off the path opens. */
function opens({ given, readings, world }: SetCase): readonly string[] {
  const before = readings.t0.chart.filter(felt)
  const items = given
    .slice(1)
    .flatMap((reading) => reading.chart)
    .filter(felt)
    .filter((mark) => !before.some((was) => was.zone === mark.zone && was.side === mark.side))
    .flatMap((mark) => world.opens[mark.zone] ?? [])
  return sorted(items)
}

/** What a set starts from. `past` are the sets of this session before it. */
export interface Start {
  readonly movement: string
  readonly first: Chart
  readonly affected: readonly Leg[]
  readonly past: readonly SetRecord[]
  readonly halfRange: boolean
}

/** One set while it runs. */
export class OpenSet {
  readonly start: Start
  readonly given = new Map<Point, Reading>()
  readonly givenAt = new Map<Point, number>()
  t0: Reading
  over: number | null = null
  symptoms: readonly Symptom[] = []
  redFlags: readonly string[] = []
  private readonly world: World

  constructor(start: Start, t0: Reading, world: World) {
    this.start = start
    this.t0 = t0
    this.world = world
  }

  get movement(): string {
    return this.start.movement
  }

  /** A reading; from tdur on it belongs to what followed the set's t0. */
  add(point: Point, reading: Reading, at: number): void {
    this.given.set(point, reading)
    this.givenAt.set(point, at)
    if (point === 't0') this.t0 = reading
  }

  /** The newest reading: it may serve as the next set's t0. */
  get last(): Reading {
    const { given } = this
    return given.get('at_10') ?? given.get('t2') ?? given.get('t1') ?? this.t0
  }

  /** The reading right after the set came too late to go on. */
  get late(): boolean {
    const given = this.givenAt.get('t1')
    if (given === undefined || this.over === null) return false
    return given - this.over >= answerTime(this.world)
  }

  /** Whole minutes since the set ended; 0 while it runs. */
  private minutesSince(now: number): number {
    return this.over === null ? 0 : Math.trunc((now - this.over) / MINUTE)
  }

  private readings(): SetReadings {
    const get = (point: Point): Reading | null => this.given.get(point) ?? null
    return {
      t0: this.t0,
      tdur: get('tdur'),
      t1: get('t1'),
      t2: get('t2'),
      at_10: get('at_10'),
      at_30: get('at_30'),
    }
  }

  private context(now: number, symptoms: readonly Symptom[] = this.symptoms): SetContext {
    const { affected, first, past } = this.start
    const stopped = past.filter(
      (done) =>
        this.world.leg_rows.includes(done.row) && atLeast(done.verdict, 'STOP_MOVEMENT'),
    )
    return {
      affected,
      session_t0: first,
      red_flags: this.redFlags,
      symptoms,
      stops_before: stopped.length,
      row5_before: stopped.filter((done) => done.row === this.world.moved_down).length,
      minutes_since: this.minutesSince(now),
    }
  }

  /** What the readings so far come to; a late answer can only make it stricter. */
  outcome(now: number, symptoms?: readonly Symptom[]): SetOutcome {
    const context = this.context(now, symptoms)
    return this.ifLate(readSet(this.readings(), context, this.world))
  }

  /** An answer that came late ends the session; only what stops is still believed. */
  private ifLate(found: SetOutcome): SetOutcome {
    if (!this.late || atLeast(found.verdict, 'STOP_SESSION')) return found
    const ended = { verdict: 'STOP_SESSION', gate: 'EASE_ONLY', re_ask_minutes: null } as const
    if (found.verdict === 'STOP_MOVEMENT') return { ...found, ...ended }
    const nothing = { label: 'NOT_ASSESSED', row: 0, fired: [], level: 'SELF_CARE', at_30: null }
    return { ...nothing, ...ended, level: 'SELF_CARE', asks: found.asks }
  }

  /** Back to t0 at the ten-minute re-ask. */
  settled(now: number): boolean {
    return new SetCase(this.readings(), this.context(now), this.world).settled
  }

  /** What the diary keeps. Asking to stop is no finding: alone it leaves no set behind. */
  record(now: number): SetRecord | null {
    const asked = this.symptoms.includes('stop_asked')
    const found = this.outcome(now, this.symptoms.filter((sign) => sign !== 'stop_asked'))
    if (asked && found.row === 0) return null
    return {
      movement: this.movement,
      at: this.over ?? now,
      row: found.row,
      label: found.label,
      verdict: found.verdict,
      at_30: found.at_30,
      half_range: this.start.halfRange,
    }
  }
}

/** How long a set's answer may take. */
export function answerTime(world: World): number {
  return minutes(world, 'set.answer_minutes')
}
