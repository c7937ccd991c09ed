// Where in a set is the person? Kept at each second beside the outbox, with the event it belongs
// to; after a reload, a crash or a call the same second is shown, and waits for "Go on".

import type { Answers } from './asking.ts'
import type { Course, Keeping } from './course.ts'
import type { Phase } from './pacer.ts'

export interface Note {
  readonly movement: string
  readonly text: string
}

export interface Place {
  readonly phase: Phase | null
  readonly second: number
  /** Answers that are not sent yet. */
  readonly answers: Answers
  readonly notes: readonly Note[]
}

interface Kept extends Place {
  readonly session: string
  readonly after: string
}

const KEY = 'session-player.place'
const NOWHERE: Place = { phase: null, second: 0, answers: {}, notes: [] }

export class Places {
  readonly #keeping: Keeping
  #last: Promise<unknown> = Promise.resolve()

  constructor(keeping: Keeping) {
    this.#keeping = keeping
  }

  /** The place in this session; only its notes, when something has happened since. */
  async of(course: Course): Promise<Place> {
    const kept = (await this.#keeping.recall(KEY)) as Kept | undefined
    if (kept?.session !== course.id) return NOWHERE
    return kept.after === course.after ? kept : { ...NOWHERE, notes: kept.notes }
  }

  /** `after` is the event that the page follows from; the course may be a step ahead of it. */
  keep(session: string, after: string, place: Place): void {
    this.#write({ ...place, session, after })
  }

  forget(): void {
    this.#write(null)
  }

  /** One after the other; a browser that cannot keep it goes on without. */
  #write(value: Kept | null): void {
    const writing = () => this.#keeping.remember(KEY, value)
    this.#last = this.#last.then(writing).catch(() => undefined)
  }
}
