// Which session is it, and what happened in it? Its events, from the diary and from the outbox, and
// the state that follows from them. Nothing is kept beside the events.

import type { Kept, NewEvent } from '../shared/outbox.ts'
import type { SessionData, Stored } from './data.ts'
import { stateOf } from './engine/replay.ts'
import type { Leg, Reading, SessionEvent, SessionState } from './engine/types.ts'
import type { World } from './engine/world.ts'

/** What the course needs of the outbox. */
export interface Keeping {
  add(event: NewEvent): Promise<Kept>
  ofSession(session: string): Promise<Kept[]>
  remember(key: string, value: unknown): Promise<void>
  recall(key: string): Promise<unknown>
}

/** Which session it is. */
export interface Which {
  readonly id: string
  readonly planned: readonly string[]
  readonly affected: readonly Leg[]
}

/** The session this browser did last, and for which diary. */
export interface Last extends Which {
  readonly diary: string
}

export const LAST = 'session-player.last'

export type What = Omit<SessionEvent, 'at'>

export class Course {
  readonly id: string
  readonly planned: readonly string[]
  readonly affected: readonly Leg[]
  readonly #keeping: Keeping
  readonly #world: World
  readonly #stamp: () => string
  #events: readonly Stored[]
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    which: Which,
    events: readonly Stored[],
    keeping: Keeping,
    world: World,
    stamp: () => string,
  ) {
    this.id = which.id
    this.planned = which.planned
    this.affected = which.affected
    this.#events = events
    this.#keeping = keeping
    this.#world = world
    this.#stamp = stamp
  }

  get events(): readonly SessionEvent[] {
    return this.#events.map((one) => one.event)
  }

  /** The event after which the next one comes: by it two tabs find out about each other. */
  get after(): string {
    // The first event belongs to the start, which has the id of the session.
    return this.#events.length === 1 ? this.id : this.#events[this.#events.length - 1]!.id
  }

  /** What follows from all events at this time. */
  at(now: number): SessionState {
    return stateOf(this.events, this.planned, this.affected, now, this.#world)
  }

  /** The state after the first `count` events, at the time of the last of them. */
  upTo(count: number): SessionState {
    const events = this.events.slice(0, count)
    const at = Date.parse(events[events.length - 1]!.at)
    return stateOf(events, this.planned, this.affected, at, this.#world)
  }

  /** The state if this came to pass now; nothing is recorded. */
  would(what: What, now: number): SessionState {
    const event: SessionEvent = { at: this.#stamp(), ...what }
    return stateOf([...this.events, event], this.planned, this.affected, now, this.#world)
  }

  /** One more event: on the disk when this resolves. Raises Behind when another tab went on. */
  add(what: What): Promise<void> {
    const adding = this.#turn.then(async () => {
      const at = this.#stamp()
      const event: SessionEvent = { at, ...what }
      const { id: session, after } = this
      const kept = await this.#keeping.add({ what: 'session.event', at, session, after, event })
      this.#events = [...this.#events, { id: kept.uuid, event }]
    })
    this.#turn = adding.catch(() => undefined)
    return adding
  }

  /** STOP counts also where another tab went on: then it comes after what was done there. */
  async stop(): Promise<void> {
    try {
      await this.add({ kind: 'stopped' })
    } catch (error) {
      if ((error as Error).name !== 'Behind') throw error
      this.#events = joined(this.#events, await this.#keeping.ofSession(this.id))
      await this.add({ kind: 'stopped' })
    }
  }

  /** Did the diary not take its start? Then something has closed it since the page was made. */
  async refused(): Promise<boolean> {
    const kept = await this.#keeping.ofSession(this.id)
    const start = kept.find((one) => one.event.what === 'session.start')
    return start?.stage === 'aside' || start?.stage === 'refused'
  }
}

/** A new session; its start is on the disk when this resolves. */
export async function begin(
  data: SessionData,
  id: string,
  keeping: Keeping,
  world: World,
  stamp: () => string,
): Promise<Course> {
  const at = stamp()
  const { diary, planned, affected } = data
  const reading: Reading = { chart: data.chart }
  const last: Last = { id, diary, planned, affected }
  await keeping.remember(LAST, last)
  await keeping.add({ what: 'session.start', at, session: id, planned, reading })
  const started: Stored = { id, event: { at, kind: 'started', reading } }
  return new Course(last, [started], keeping, world, stamp)
}

/** The session to go on with: the open one of the page, or else the last one of this browser. */
export async function resume(
  { diary, open, made }: Pick<SessionData, 'diary' | 'open' | 'made'>,
  keeping: Keeping,
  world: World,
  stamp: () => string,
): Promise<Course | null> {
  const own = (await keeping.recall(LAST)) as Last | undefined
  // A diary that was erased elsewhere takes its sessions along; what waits of them is asked about.
  const last: Which | undefined = open ?? (own?.diary === diary ? own : undefined)
  if (!last) return null
  const kept = await keeping.ofSession(last.id)
  if (!open && overSince(kept, made)) return null
  const events = joined(open ? open.events : [], kept)
  return events.length ? new Course(last, events, keeping, world, stamp) : null
}

/** The diary had every event when this page was made, and names no open session: it is over. */
function overSince(kept: readonly Kept[], made: string): boolean {
  const here = Date.parse(made)
  return kept.every((one) => one.stage === 'sent' && Date.parse(one.event.at) < here)
}

/** What the diary has, and after it what only this browser has. */
export function joined(stored: readonly Stored[], kept: readonly Kept[]): Stored[] {
  const known = new Set(stored.map((one) => one.id))
  const own = kept.flatMap(({ uuid, event }): Stored[] => {
    if (event.what === 'session.event') {
      return known.has(uuid) ? [] : [{ id: uuid, event: event.event as SessionEvent }]
    }
    if (event.what !== 'session.start' || stored.length) return []
    const reading = event.reading as Reading
    return [{ id: uuid, event: { at: event.at, kind: 'started', reading } }]
  })
  return [...stored, ...own]
}
