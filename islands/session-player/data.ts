// What does the page hand to the player? The shape of `session-data`, and its words.

import type { Leg, Mark, SessionEvent } from './engine/types.ts'
import type { WorldData } from './engine/world.ts'
import type { Dose, Pose } from './pacing.ts'

export interface Movement {
  readonly name: string
  readonly short: string
  readonly steps: readonly string[]
  readonly feel: string
  readonly stop: string
  readonly family: string
  readonly one_sided: boolean
  readonly position: string
  readonly ease: boolean
  readonly dose: Dose
  readonly doseText: string
  readonly limits: readonly string[]
  /** Is it offered at half the range from the start? */
  readonly half: boolean
  readonly poses: readonly Pose[]
  readonly figure: string
}

/** An event of the open session as the diary has it. */
export interface Stored {
  readonly id: string
  readonly event: SessionEvent
}

export interface Opened {
  readonly id: string
  readonly planned: readonly string[]
  readonly affected: readonly Leg[]
  readonly events: readonly Stored[]
}

/** What a strength check says, asked beforehand: "test left right" for each pair of answers. */
export interface Strength {
  readonly seated: boolean
  readonly tests: readonly { readonly name: string; readonly answers: readonly string[] }[]
  readonly new: readonly string[]
  readonly tested: readonly string[]
}

export interface SessionData {
  /** Which diary this page is of. */
  readonly diary: string
  readonly day: string
  readonly made: string
  readonly until: string
  readonly world: WorldData
  readonly affected: readonly Leg[]
  readonly legs: readonly Leg[]
  readonly chart: readonly Mark[]
  readonly planned: readonly string[]
  /** About how long all of it takes, as Today says it. */
  readonly minutes: number
  readonly offered: readonly string[]
  readonly movements: Readonly<Record<string, Movement>>
  readonly open: Opened | null
  readonly asks: string
  readonly new: {
    readonly ticks: readonly string[]
    readonly symptoms: readonly string[]
    readonly toilet: readonly string[]
  }
  readonly places: readonly (readonly [string, string])[]
  readonly strength: Strength
  readonly words: Readonly<Record<string, string | readonly string[]>>
  readonly reasons: Readonly<Record<string, { why: string; name: string; slug: string }>>
  readonly stills: Readonly<Record<string, string>>
  readonly leg: Readonly<Record<string, string>>
  readonly icons: string
  readonly emergency: string
}

/** The data of this page. Throws where it is missing, so that the page below stays as it is. */
export function readData(page: Document): SessionData {
  const source = page.getElementById('session-data')
  if (!source?.textContent) throw new Error('session-player: data is missing')
  return JSON.parse(source.textContent) as SessionData
}

/** Words by their id; one that the page does not have is an error, never an empty place. */
export class Words {
  readonly #known: SessionData['words']

  constructor(known: SessionData['words']) {
    this.#known = known
  }

  say(id: string): string {
    const found = this.#known[id]
    if (found === undefined) throw new Error(`session-player: the page has no words for ${id}`)
    return typeof found === 'string' ? found : found.join(' ')
  }

  list(id: string): readonly string[] {
    const found = this.#known[id]
    if (found === undefined) throw new Error(`session-player: the page has no words for ${id}`)
    return typeof found === 'string' ? [found] : found
  }

  has(id: string): boolean {
    return id in this.#known
  }

  /** The words of the player itself. */
  own(id: string): string {
    return this.say(`player.${id}`)
  }

  /** How a pose of a movement is called, on screen and by voice. */
  pose(movement: string, name: string): string {
    const own = `pace.${movement}.${name}`
    return this.say(this.has(own) ? own : `pace.common.${name}`)
  }
}
