// How far has this set come? It counts in, paces the set by its plan, and hands each cue to the
// queue. It can be paused at any second and taken up there again.

import type { Cue, CueQueue, Tone } from './cues.ts'
import type { Movement, Words } from './data.ts'
import { LONG_HOLD, pace, partAt, type Part, type Plan } from './pacing.ts'

export type Phase = 'ready' | 'set'

/** The last seconds before a set and of a long hold are counted down. */
export const COUNT = 5
const HOLD_COUNT = 3
/** Time to lie down, and for the voice to say what is done: by its length. */
const SHORTEST_READY = 12
const A_LETTER = 0.1
const STEPS_TOLD = 2
/** No frame for so many milliseconds: the device slept, and nobody moved. */
const ASLEEP = 10_000

type TimedCue = Omit<Cue, 'at'> & { readonly second: number }

export class Pacer {
  readonly movement: Movement
  readonly id: string
  readonly plan: Plan
  readonly ready: number
  phase: Phase = 'ready'
  second = 0
  running = false
  readonly #words: Words
  readonly #queue: CueQueue
  readonly #told: () => void
  readonly #over: () => void
  #frame = 0
  #last = 0
  #next: readonly TimedCue[] = []

  /** `told` is called at each frame, `over` once when the set has been paced to its end. */
  constructor(
    id: string,
    movement: Movement,
    half: boolean,
    words: Words,
    queue: CueQueue,
    told: () => void,
    over: () => void,
  ) {
    this.id = id
    this.movement = movement
    this.plan = pace(movement.poses, movement.dose, half || movement.half)
    this.#words = words
    this.#queue = queue
    this.#told = told
    this.#over = over
    this.ready = Math.max(SHORTEST_READY, Math.ceil(this.intro.length * A_LETTER)) + COUNT
  }

  /** What is said while the person gets in place: the name and the two first steps. */
  get intro(): string {
    return [`${this.movement.name}.`, ...this.told].join(' ')
  }

  /** The two instructions that matter most. */
  get told(): readonly string[] {
    return this.movement.steps.slice(0, STEPS_TOLD)
  }

  get length(): number {
    return this.phase === 'ready' ? this.ready : this.plan.seconds
  }

  /** Whole seconds until the set begins. */
  get startsIn(): number {
    return Math.max(0, Math.ceil(this.ready - this.second))
  }

  get part(): Part {
    return partAt(this.plan, this.phase === 'set' ? this.second : 0)
  }

  /** Whole seconds until this part ends. */
  get left(): number {
    return Math.max(1, Math.ceil(this.part.at + this.part.seconds - this.second))
  }

  /** Stand at this second of this phase, without running. */
  place(phase: Phase, second: number): void {
    this.pause()
    this.phase = phase
    this.second = Math.min(Math.max(second, 0), this.length)
  }

  go(): void {
    if (this.running) return
    this.running = true
    this.#last = performance.now()
    this.#line(this.second)
    // The first frame shows the tap; from the next one on it moves, and no time is lost.
    this.#frame = requestAnimationFrame(() => (this.#frame = requestAnimationFrame(this.#tick)))
  }

  pause(): void {
    this.running = false
    cancelAnimationFrame(this.#frame)
    this.#queue.clear()
  }

  /** The count-in is over, or was cut short. */
  begin(): void {
    this.pause()
    this.place('set', 0)
    this.go()
  }

  #tick = (now: number): void => {
    if (!this.running) return
    const passed = Math.max(0, now - this.#last)
    this.#last = now
    if (passed > ASLEEP) {
      this.pause()
      return this.#told()
    }
    this.second += passed / 1000
    if (this.second >= this.length) return this.#end(now)
    this.#hand(now)
    this.#told()
    this.#frame = requestAnimationFrame(this.#tick)
  }

  #end(now: number): void {
    if (this.phase === 'set') {
      this.second = this.length
      this.pause()
      this.#over()
      return
    }
    this.phase = 'set'
    this.second = 0
    this.#line(0)
    this.#hand(now)
    this.#told()
    this.#frame = requestAnimationFrame(this.#tick)
  }

  #line(from: number): void {
    const all = this.phase === 'ready' ? this.#countIn() : cuesOf(this.plan, this.id, this.#words)
    this.#next = all.filter((cue) => cue.second >= from)
  }

  /** Hand over what is due by now; the queue alone decides what is heard. */
  #hand(now: number): void {
    const due = this.#next.filter((cue) => cue.second <= this.second)
    this.#next = this.#next.slice(due.length)
    for (const { second, ...cue } of due) {
      this.#queue.add({ ...cue, at: now - (this.second - second) * 1000 })
    }
    this.#queue.tick(now)
  }

  #countIn(): TimedCue[] {
    const told: TimedCue = { second: 0, say: this.intro, tone: null, buzz: false }
    const count = Array.from({ length: COUNT }, (_, n): TimedCue => {
      return { second: this.ready - COUNT + n, say: String(COUNT - n), tone: 'tick', buzz: n === 0 }
    })
    return [told, ...count]
  }
}

/** The cues of a plan: a word and a tone as each part begins, ticks at the end of a long hold. */
export function cuesOf(plan: Plan, movement: string, words: Words): TimedCue[] {
  return plan.parts.flatMap((part, n): TimedCue[] => {
    const cue: TimedCue = {
      second: part.at,
      say: part.spoken ? spoken(part, plan, words, movement, n) : null,
      tone: tone(part, plan, n),
      buzz: part.kind !== 'hold' || part.spoken,
    }
    if (part.kind !== 'hold' || part.seconds < LONG_HOLD) return [cue]
    const ticks = Array.from({ length: HOLD_COUNT }, (_, k): TimedCue => {
      const second = part.at + part.seconds - HOLD_COUNT + k
      return { second, say: null, tone: 'tick', buzz: false }
    })
    return [cue, ...ticks]
  })
}

/** Does a repetition begin with this part? */
function opens(part: Part, plan: Plan, n: number): boolean {
  return part.rep > 0 && plan.parts[n - 1]?.rep !== part.rep
}

function tone(part: Part, plan: Plan, n: number): Tone {
  if (part.kind === 'end') return 'end'
  if (part.kind === 'hold' || part.kind === 'rest') return 'tick'
  return opens(part, plan, n) || part.rep === 0 ? 'out' : 'back'
}

function spoken(part: Part, plan: Plan, words: Words, movement: string, n: number): string {
  const name = caption(part, words, movement)
  if (!opens(part, plan, n)) return name
  const which = part.rep === plan.reps ? words.own('last_one') : String(part.rep)
  return `${which}. ${name}`
}

/** What a part is called, on screen as by voice. */
export function caption(part: Part, words: Words, movement: string): string {
  const told = ['halfway', 'one_minute'].includes(part.name)
  return told ? words.own(part.name) : words.pose(movement, part.name)
}
