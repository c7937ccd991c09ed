// When did it begin, and what is due now? Kept on the device, so that leaving the page loses nothing.

const MINUTE = 60_000
const SECOND = 1000

export type Moment = 'ready' | 'runs' | 'skin' | 'over'

/** What may be kept: the browser's own store, or one of a test. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export class Clock {
  readonly #key: string
  readonly #kept: Kept
  readonly length: number
  readonly skin: number

  constructor(way: string, minutes: number, skin: number, kept: Kept = localStorage) {
    if (!(minutes > 0) || !(skin > 0)) throw new Error('timer: the page says no minutes')
    this.#key = `spineward-warmth-${way}`
    this.#kept = kept
    this.length = minutes * MINUTE
    this.skin = skin * MINUTE
  }

  /** The moment it began, or null when it does not run. */
  get start(): number | null {
    const found = Number(this.#kept.getItem(this.#key))
    return found > 0 ? found : null
  }

  begin(now: number): void {
    this.#kept.setItem(this.#key, String(now))
  }

  end(): void {
    this.#kept.removeItem(this.#key)
  }

  /** Milliseconds to go; all of it before the start. */
  left(now: number): number {
    return this.start === null ? this.length : Math.max(0, this.start + this.length - now)
  }
}

/** What is due: a look at the skin from its minute on, and the end. */
export function momentOf(clock: Clock, now: number): Moment {
  if (clock.start === null) return 'ready'
  // A clock that was set back would run for too long: it counts as over.
  if (now < clock.start || clock.left(now) === 0) return 'over'
  return now - clock.start >= clock.skin ? 'skin' : 'runs'
}

/** Minutes and seconds, as 9:05. */
export function shown(left: number): string {
  const seconds = Math.ceil(left / SECOND)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
