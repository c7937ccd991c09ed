// What would be heard? Outputs that note each cue and when it begins and ends.

import type { Outputs, Tone } from '../../../islands/session-player/cues.ts'

export interface Heard {
  readonly from: number
  until: number
  readonly what: string
}

/** A voice takes 90 ms a letter, a tone 200 ms. */
export class Ear implements Outputs {
  now = 0
  readonly heard: Heard[] = []
  buzzes = 0
  #over: { at: number; tell: () => void } | null = null

  speak(words: string, over: () => void): void {
    const until = this.now + 90 * words.length
    this.heard.push({ from: this.now, until, what: words })
    this.#over = { at: until, tell: over }
  }

  play(tone: Tone): number {
    this.heard.push({ from: this.now, until: this.now + 200, what: tone })
    return 200
  }

  buzz(): void {
    this.buzzes += 1
  }

  hush(): void {
    for (const one of this.heard) one.until = Math.min(one.until, this.now)
    this.#over = null
  }

  /** Time passes; a voice that has ended says so. */
  pass(to: number): void {
    this.now = to
    if (this.#over && this.#over.at <= to) {
      const { tell } = this.#over
      this.#over = null
      tell()
    }
  }
}

/** The cues that begin before the one before them has ended. */
export function overlaps(heard: readonly Heard[]): string[] {
  const inTurn = [...heard].sort((one, other) => one.from - other.from)
  return inTurn
    .slice(1)
    .filter((one, n) => one.from < inTurn[n]!.until)
    .map((one) => one.what)
}
