// What does the player know? All that its pages are drawn from, and what can be read off it; what
// changes it stands in player.ts.

import { LitElement } from 'lit'
import type { Outbox, OutboxState } from '../shared/outbox.ts'
import type { Answers, Known } from './asking.ts'
import { Awake } from './awake.ts'
import type { Course, What } from './course.ts'
import type { CueQueue } from './cues.ts'
import type { SessionData, Words } from './data.ts'
import { LEGS, legState, symptomatic } from './engine/body.ts'
import { atLeast, type Leg, type Reading, type SessionState, type SetOutcome } from './engine/types.ts'
import type { World } from './engine/world.ts'
import type { Listening } from './listening.ts'
import { Noises } from './noises.ts'
import type { Pacer } from './pacer.ts'
import type { Note, Places } from './places.ts'
import { settings, type Settings } from './settings.ts'
import { stopMarked } from './stop-mark.ts'
import type { Timer } from './timer.ts'

/** A page over the present step; null is the step itself. */
export type Over = 'swap' | 'note' | 'unsaved' | 'elsewhere' | 'no_store' | 'fault' | null

const DRAWN = [
  'course', 'stale', 'over', 'answers', 'asking', 'sync', 'chosen', 'canListen', 'ticked',
] as const

export abstract class Holding extends LitElement {
  declare data: SessionData
  declare world: World
  declare outbox: Outbox
  declare course: Course | null
  declare stale: string | null
  declare over: Over
  declare answers: Answers
  declare asking: boolean
  declare sync: OutboxState | null
  declare chosen: Settings
  declare canListen: boolean
  declare ticked: number

  /** A change of any of these draws the page anew. */
  static override properties = Object.fromEntries(DRAWN.map((name) => [name, { attribute: false }]))

  words!: Words
  state: SessionState | null = null
  /** The event that this state follows from; what comes after it is a page of its own. */
  lastEvent = ''
  pacer: Pacer | null = null
  notes: readonly Note[] = []
  readonly noises = new Noises()
  readonly awake = new Awake()
  abstract readonly timer: Timer
  queue!: CueQueue
  places!: Places
  listening: Listening | null = null
  /** What the set showed last, so that words change only when they have to. */
  shown = ''
  /** "Not yet" was said while waiting. */
  noted = false
  /** Red flags and symptoms of these answers are on record. */
  alarmed = false
  /** A sign that found no room. It is told all the same, and is on record before anything else. */
  untold: { readonly sign: What; readonly outcome: SetOutcome | null } | null = null

  constructor() {
    super()
    this.course = this.stale = this.over = this.sync = null
    this.answers = {}
    this.asking = this.canListen = false
    this.chosen = settings()
    this.ticked = 0
  }

  /** Light DOM: the styles of the page hold here too. */
  protected override createRenderRoot(): this {
    return this
  }

  /** What decides which questions there are: the legs that were felt before, else the right one. */
  get known(): Known {
    const { data, world } = this
    const chart = this.state?.t0.chart ?? data.chart
    const felt = LEGS.filter((leg) => symptomatic(legState(chart, leg, world)))
    const legs: readonly Leg[] = felt.length ? felt : ['right']
    return { legs, new: data.new, strength: data.strength }
  }

  /** What the short answers are compared with: before the set, or right after it. */
  get base(): Reading {
    return this.state!.step === 'after_set' ? this.state!.t0 : this.state!.last
  }

  /** Is there a question that has to be answered on a page of its own before the next set? */
  get asks(): string {
    const opened = this.state?.outcome?.asks ?? []
    const { open, asks } = this.data
    if (!opened.length) return ''
    if (open && open.events.length === this.course?.events.length) return asks
    return `/check-in/?${new URLSearchParams([['kind', 'session'], ...opened.map((one) => ['ask', one])])}`
  }

  /** Is this verdict calm enough for the next set to begin by itself? */
  get calm(): boolean {
    const outcome = this.state?.outcome
    return !!outcome && !atLeast(outcome.verdict, 'REGRESS') && !this.asks && !this.over && !this.timer.held
  }

  /** STOP is not on record yet, or nothing may go on here: then no set runs, whatever was tapped
   * before. */
  get halted(): boolean {
    const over = this.over !== null && ['elsewhere', 'no_store', 'fault'].includes(this.over)
    return over || !!this.world.response.fault || this.hasAttribute('data-stopping') || stopMarked(this.course?.id)
  }

  /** May a set begin by itself? On a page that nobody sees it would run on alone. */
  get begins(): boolean {
    return !this.halted && document.visibilityState === 'visible'
  }

  /** Would this movement be taken? One whose family was stopped is not. */
  opens(movement: string): boolean {
    return this.course!.would({ kind: 'swapped', movement }, Date.now()).movement === movement
  }
}
