// Where in the session is the person? A replay of what happened, set by set.
// The same as spineward/clinical/session.py, step by step. Over 300 lines: one replay, which a
// reader follows best in one place, beside its original.

import { answerTime, OpenSet } from './open-set.ts'
import {
  atLeast,
  type Leg,
  type Point,
  type Reading,
  type SessionEvent,
  type SessionState,
  type SetOutcome,
  type SetRecord,
  type Step,
  type Symptom,
} from './types.ts'
import { limit, minutes, type World } from './world.ts'

/** The state after these events, at this time. `planned` names one movement per set, in order. */
export function stateOf(
  events: readonly SessionEvent[],
  planned: readonly string[],
  affected: readonly Leg[],
  now: Date | number,
  world: World,
): SessionState {
  const [start, ...others] = events
  if (start === undefined) throw new RangeError('events: empty; the first one is started')
  const replay = new Replay(start, planned, affected, world)
  for (const event of others) replay.take(event)
  return replay.at(Number(now))
}

/** The milliseconds of an ISO time with an offset; without one it would mean another place. */
export function timeOf(at: string): number {
  const time = /T.*(Z|[+-]\d\d:?\d\d)$/.test(at) ? Date.parse(at) : Number.NaN
  if (Number.isNaN(time)) throw new RangeError(`at: ${at} is no time with an offset`)
  return time
}

const OVER: readonly Step[] = ['finished', 're_ask']

const AWAITED: Readonly<Record<Point, readonly Step[]>> = {
  t0: ['movement'],
  tdur: ['movement', 'after_set'],
  t1: ['after_set'],
  t2: ['upright'],
  at_10: ['settle'],
  at_30: ['re_ask'],
}

class Replay {
  private readonly world: World
  private readonly affected: readonly Leg[]
  private readonly started: number
  private readonly first: Reading
  private readonly halved = new Set<string>()
  private readonly stops = new Set<string>()
  private seen: number
  private queue: readonly string[]
  private past: readonly SetRecord[] = []
  private step: Step = 'movement'
  private outcome: SetOutcome | null = null
  private decidedAt: number | null = null
  private ended: number | null = null
  private set: OpenSet

  constructor(
    start: SessionEvent,
    planned: readonly string[],
    affected: readonly Leg[],
    world: World,
  ) {
    if (start.kind !== 'started' || !start.reading) {
      throw new RangeError(`events: ${start.kind} comes first; started with a reading does`)
    }
    this.world = world
    this.affected = affected
    this.started = this.seen = timeOf(start.at)
    this.first = start.reading
    this.queue = planned
    this.set = this.open(start.reading, this.started)
  }

  /** The next set of the queue begins, or there is none left. */
  private open(t0: Reading, at: number): OpenSet {
    const movement = this.queue[0] ?? ''
    const { affected, past } = this
    const halfRange = this.halved.has(movement)
    const start = { movement, first: this.first.chart, affected, past, halfRange }
    this.set = new OpenSet(start, t0, this.world)
    this.step = this.queue.length ? 'movement' : 'finished'
    this.decidedAt = null
    if (this.queue.length) this.outcome = null
    else this.ended = at
    return this.set
  }

  // --- events ------------------------------------------------------------------------------

  /** One event after the other; what no longer fits changes nothing. */
  take(event: SessionEvent): void {
    const at = timeOf(event.at)
    this.expire(at)
    this.seen = at
    if (event.kind === 'reading') this.read(event, at)
    else if (event.kind === 'symptoms') this.notice(event.symptoms ?? [], event, at)
    else if (OVER.includes(this.step)) return
    else if (event.kind === 'stopped' || event.kind === 'ended') this.leave(event, at)
    else this.walk(event, at)
  }

  /** The person goes on: does the set, leaves a page, skips or swaps a movement. */
  private walk(event: SessionEvent, at: number): void {
    const { kind } = event
    if (this.step === 'upright' && (kind === 'continued' || kind === 'set_done')) {
      this.decide(at)
      if (kind === 'continued') return
    }
    if (this.step === 'verdict') {
      this.advance(at)
      if (kind === 'continued') return
    }
    if (this.step !== 'movement') return
    const current = this.set.movement
    if (kind === 'set_done') {
      this.set.over = at
      this.step = 'after_set'
    } else if (kind === 'skipped') {
      this.requeue(this.queue.filter((name) => name !== current), at)
    } else if (kind === 'swapped' && event.movement && this.openTo(event.movement)) {
      const other = event.movement
      this.requeue(this.queue.map((name) => (name === current ? other : name)), at)
    }
  }

  /** No movement of this session has closed its family. */
  private openTo(movement: string): boolean {
    const stopped = this.past.filter((one) => one.verdict === 'STOP_MOVEMENT')
    return !stopped.some((one) => sameFamily(movement, one.movement, this.world))
  }

  private requeue(queue: readonly string[], at: number): void {
    this.queue = queue
    this.open(this.set.t0, at)
  }

  private read({ point, reading }: SessionEvent, at: number): void {
    if (!point || !reading || !this.awaited(point)) return
    this.set.add(point, reading, at)
    this.judge(at)
  }

  /** Does this reading fit here? A late t1 still does, for it may call for help. */
  private awaited(point: Point): boolean {
    const late = point === 't1' && !this.set.given.has('t1') && this.set.over !== null
    return late || AWAITED[point].includes(this.step)
  }

  /** A symptom or red flag counts at any time, also on the last page. */
  private notice(symptoms: readonly Symptom[], event: SessionEvent, at: number): void {
    if (!this.set.movement) return
    this.set.symptoms = [...new Set([...this.set.symptoms, ...symptoms])]
    this.set.redFlags = [...new Set([...this.set.redFlags, ...(event.red_flags ?? [])])]
    this.judge(at)
  }

  /** The person stops or ends the session; what was still open is not taken as good. */
  private leave(event: SessionEvent, at: number): void {
    const stops = event.kind === 'stopped' || this.step === 'after_set'
    if (this.step === 'verdict' || this.step === 'settle') {
      this.ended = at
      if (this.step === 'settle') this.decide((this.decidedAt ?? at) + answerTime(this.world))
    } else if (stops) {
      this.notice(['stop_asked'], event, at)
    } else if (this.step === 'upright') {
      this.decide(at)
    }
    if (!this.is('re_ask')) this.finish(at, stops ? ['SS5'] : [])
  }

  /** Asked by a function, for the compiler does not see that a call above may change the step. */
  private is(step: Step): boolean {
    return this.step === step
  }

  // --- verdicts ----------------------------------------------------------------------------

  /** Decide as soon as it can be decided; a stop never waits for the next question. */
  private judge(at: number): void {
    const found = this.set.outcome(at)
    const { given } = this.set
    const named = found.row > 0 || found.fired.some((id) => id.startsWith('SS'))
    const known = named || found.fault !== undefined
    const stops = atLeast(found.verdict, 'STOP_MOVEMENT') && known
    if (stops || this.set.late || given.has('t2')) this.decide(at)
    else if (given.has('t1') && !OVER.includes(this.step)) this.step = 'upright'
  }

  private decide(at: number): void {
    const found = this.set.outcome(at)
    if (this.tooEarly(found, at) || this.overAndMilder(found)) return
    this.outcome = found
    this.set.over ??= at
    this.decidedAt ??= at
    const record = this.set.record(at)
    const { past } = this.set.start
    this.past = record ? [...past, record] : past
    for (const id of found.fired) if (id.startsWith('SS')) this.stops.add(id)
    if (atLeast(found.verdict, 'STOP_SESSION')) {
      this.ended ??= at
      const awaited = found.re_ask_minutes === limit(this.world, 'set.re_ask_minutes')
      this.step = awaited ? 're_ask' : 'finished'
    } else if (found.verdict === 'STOP_MOVEMENT' && !this.set.settled(at)) {
      this.unsettled(at)
    } else {
      this.step = 'verdict'
    }
  }

  /** Other movements only once back to t0; still not after the wait, the session is over. */
  private unsettled(at: number): void {
    const asked = this.set.given.has('at_10') && at >= this.settledBy()
    if (asked) this.finish(at)
    else this.step = 'settle'
  }

  private settledBy(): number {
    return (this.decidedAt ?? this.started) + minutes(this.world, 'set.settle_minutes')
  }

  private reAskAt(): number {
    const since = this.set.over ?? this.decidedAt ?? this.started
    return since + minutes(this.world, 'set.re_ask_minutes')
  }

  /** A re-ask answered before its time waits, unless it is settled or needs help. */
  private tooEarly(found: SetOutcome, at: number): boolean {
    const { given } = this.set
    if (this.step === 'settle' && given.has('at_10') && at < this.settledBy()) {
      const down = found.row === this.world.moved_down && !found.fired.includes('SS4')
      if (down && !this.set.settled(at) && found.verdict === 'STOP_SESSION') {
        given.delete('at_10')
        return true
      }
    }
    const early = this.step === 're_ask' && given.has('at_30') && at < this.reAskAt()
    if (early && !atLeast(found.verdict, 'STOP_AND_ESCALATE')) {
      given.delete('at_30')
      return true
    }
    return false
  }

  /** What is told after the end can only add a stop; it never opens the session again. */
  private overAndMilder(found: SetOutcome): boolean {
    if (!OVER.includes(this.step)) return false
    const known = this.outcome?.verdict ?? 'STOP_SESSION'
    return !atLeast(found.verdict, 'STOP_SESSION') || !atLeast(found.verdict, known)
  }

  /** Answers that did not come in time: the session is over, and stays so. */
  private expire(now: number): void {
    const wait = answerTime(this.world)
    const { over, givenAt } = this.set
    if (this.step === 'after_set' && over !== null && now - over >= wait) this.decide(over + wait)
    const answered = givenAt.get('t1') ?? now
    if (this.step === 'upright' && now - answered >= wait) this.decide(answered + wait)
    if (this.step === 'settle' && this.decidedAt !== null && now - this.decidedAt >= wait) {
      const end = this.decidedAt + wait
      this.decide(end)
      this.finish(end)
    }
    const pause = minutes(this.world, 'session.pause_minutes')
    const paused = this.step === 'movement' || this.step === 'verdict'
    if (paused && now - this.seen >= pause) this.finish(this.seen + pause)
  }

  private finish(at: number, stops: readonly string[] = []): void {
    for (const id of stops) this.stops.add(id)
    this.ended ??= at
    this.step = 'finished'
  }

  /** The next set: a stopped family is left out, a back that ached gets half the range. */
  private advance(at: number): void {
    const { movement } = this.set
    const verdict = this.outcome?.verdict
    let rest = this.queue.slice(1)
    if (verdict === 'STOP_MOVEMENT') {
      rest = rest.filter((name) => !sameFamily(name, movement, this.world))
    } else if (verdict === 'REGRESS') {
      rest = rest.filter((name) => name !== movement)
      if (!this.halved.has(movement)) rest = [movement, ...rest]
      this.halved.add(movement)
    }
    this.queue = rest
    this.open(this.set.last, at)
  }

  // --- state -------------------------------------------------------------------------------

  /** What to show at this time. */
  at(now: number): SessionState {
    this.expire(now)
    const over = OVER.includes(this.step)
    const { set } = this
    const before = set.start.past.filter((one) => one.movement === set.movement)
    return {
      step: this.step,
      movement: over ? null : set.movement,
      set_number: before.length + 1,
      half_range: set.start.halfRange,
      outcome: this.outcome,
      done: {
        started: this.started,
        ended: this.ended,
        t0: this.first.chart,
        sets: this.past,
        stops: [...this.stops].sort(),
      },
      waits_until: this.waitsUntil(),
      awaits_re_ask: this.step === 're_ask',
      remaining: over ? [] : this.queue.slice(1),
      t0: set.t0,
      last: set.last,
    }
  }

  private waitsUntil(): number | null {
    const answered = this.set.givenAt.get('t1')
    if (this.step === 'upright' && answered !== undefined) {
      return answered + minutes(this.world, 'set.upright_minutes')
    }
    if (this.step === 'settle') return this.settledBy()
    const rests = this.outcome?.verdict === 'REGRESS'
    if (this.step === 'verdict' && rests && this.decidedAt !== null) {
      return this.decidedAt + minutes(this.world, 'set.regress_rest_minutes')
    }
    return this.step === 're_ask' ? this.reAskAt() : null
  }
}

/** A stop takes the whole family; on an ease item only that item. */
function sameFamily(name: string, stopped: string, world: World): boolean {
  if (name === stopped) return true
  const closed = family(stopped, world)
  return closed !== 'ease' && family(name, world) === closed
}

function family(movement: string, world: World): string {
  const known = world.movements[movement]
  if (known === undefined) throw new RangeError(`movements: there is no movement ${movement}`)
  return known.family
}
