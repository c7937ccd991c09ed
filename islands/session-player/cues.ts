// Which cue is heard now? One queue decides for voice, sound and buzz, so that no two ever collide.
//
// Spoken words come before sound. A cue that could not begin in time is dropped, for a late one
// would tell the wrong thing. Pure: the clock is told, and what makes the noise is handed in.

export type Tone = 'out' | 'back' | 'tick' | 'end'

export interface Cue {
  /** When it is due, in milliseconds. */
  readonly at: number
  readonly say: string | null
  readonly tone: Tone | null
  /** A short buzz goes with it. */
  readonly buzz: boolean
}

export interface Senses {
  voice: boolean
  sound: boolean
  buzz: boolean
}

export interface Outputs {
  /** Say it, and tell when it is over. */
  speak(words: string, over: () => void): void
  /** Play it; returns how long it lasts, in milliseconds. */
  play(tone: Tone): number
  buzz(): void
  /** Be silent at once. */
  hush(): void
}

/** A cue that is later than this is dropped. */
export const LATE = 700
/** A voice that never says that it has ended is taken as ended after this much a letter. */
const A_LETTER = 110
const BREATH = 900

export class CueQueue {
  readonly #outputs: Outputs
  readonly senses: Senses
  #waiting: Cue[] = []
  #busyUntil = 0
  #turn = 0

  constructor(outputs: Outputs, senses: Senses) {
    this.#outputs = outputs
    this.senses = senses
  }

  /** Put a cue in line. */
  add(cue: Cue): void {
    this.#waiting.push(cue)
  }

  /** What is due now is heard, one at a time; call it often. */
  tick(now: number): void {
    this.#waiting = this.#waiting.filter((cue) => now <= cue.at + LATE)
    if (now < this.#busyUntil) return
    const due = this.#waiting.filter((cue) => cue.at <= now)
    const words = due.filter((cue) => this.#spoken(cue))
    const next = (words.length ? words : due).sort((one, other) => one.at - other.at)[0]
    if (!next) return
    this.#waiting = this.#waiting.filter((cue) => cue !== next)
    this.#hear(next, now)
  }

  /** Nothing more is heard: a pause, or STOP. */
  clear(): void {
    this.#waiting = []
    this.#busyUntil = 0
    this.#turn += 1
    this.#outputs.hush()
  }

  #spoken(cue: Cue): boolean {
    return this.senses.voice && cue.say !== null
  }

  #hear(cue: Cue, now: number): void {
    if (cue.buzz && this.senses.buzz) this.#outputs.buzz()
    if (this.#spoken(cue)) {
      const turn = (this.#turn += 1)
      this.#busyUntil = now + BREATH + A_LETTER * cue.say!.length
      this.#outputs.speak(cue.say!, () => {
        if (turn === this.#turn) this.#busyUntil = 0
      })
    } else if (cue.tone !== null && this.senses.sound) {
      this.#busyUntil = now + this.#outputs.play(cue.tone)
    }
  }
}
