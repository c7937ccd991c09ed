// How does a session run in place? This element takes over the page: each thing the person does
// becomes an event, and what is shown follows from all events. See docs/decisions/0028.
// Over 300 lines: STOP, the lock of the tab, the pacer and what may not go on share one state, and
// a stop must be read together with all that could undo it.

import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { answeredSince } from '../shared/answers.ts'
import { newId, stamp, type Outbox, type OutboxState } from '../shared/outbox.ts'
import {
  afterSet,
  alarmKnown,
  during,
  next,
  redFlags,
  strengthFields,
  symptoms,
  type Answers,
} from './asking.ts'
import { Awake } from './awake.ts'
import { begin, resume, type Course, type What } from './course.ts'
import { CueQueue } from './cues.ts'
import { Words, type SessionData } from './data.ts'
import { readingAfter } from './engine/after-set.ts'
import { symptomatic, LEGS, legState } from './engine/body.ts'
import { atLeast, type Leg, type Point, type Reading, type SessionState } from './engine/types.ts'
import type { World } from './engine/world.ts'
import { stale } from './fresh.ts'
import { Listening, listensHere } from './listening.ts'
import { Noises } from './noises.ts'
import { OneTab } from './one-tab.ts'
import { Pacer } from './pacer.ts'
import { Places, type Note } from './places.ts'
import { keep, settings, type Settings } from './settings.ts'
import { Timer } from './timer.ts'
import { fault } from './views/start.ts'
import { view } from './views/view.ts'

/** Which time point the question of a step asks about. */
export const POINTS: Readonly<Partial<Record<SessionState['step'], Point>>> = {
  after_set: 't1',
  upright: 't2',
  settle: 'at_10',
  re_ask: 'at_30',
}

/** A page over the present step; null is the step itself. */
export type Over = 'swap' | 'note' | 'elsewhere' | 'no_store' | 'fault' | null

export class SessionPlayer extends LitElement {
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

  static override properties = {
    course: { attribute: false },
    stale: { attribute: false },
    over: { attribute: false },
    answers: { attribute: false },
    asking: { attribute: false },
    sync: { attribute: false },
    chosen: { attribute: false },
    canListen: { attribute: false },
    ticked: { attribute: false },
  }

  words!: Words
  state: SessionState | null = null
  pacer: Pacer | null = null
  notes: readonly Note[] = []
  readonly noises = new Noises()
  readonly awake = new Awake()
  readonly timer = new Timer(() => this.#beat())
  queue!: CueQueue
  places!: Places
  #tab = new OneTab(() => this.#leave('elsewhere'))
  #listening: Listening | null = null
  noted = false
  #alarmed = false
  #shown = ''
  #busy = false

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

  /** Everything is there: take up the session where it was, or show the start. */
  async begin(course: Course | null): Promise<void> {
    this.words = new Words(this.data.words)
    this.queue = new CueQueue(this.noises, this.chosen)
    this.places = new Places(this.outbox)
    this.noises.whenVoices(() => this.requestUpdate())
    this.outbox.watch((state) => {
      this.sync = state
      void this.#heed()
    })
    document.addEventListener('visibilitychange', () => this.#hidden())
    document.addEventListener('keydown', (event) => this.#key(event))
    this.course = course
    if (course) await this.#resume(course)
  }

  async #resume(course: Course): Promise<void> {
    this.state = course.at(Date.now())
    if (this.state.step !== 'finished' && !(await this.#tab.take())) this.over = 'elsewhere'
    const place = await this.places.of(course)
    this.notes = place.notes
    this.answers = place.answers
    this.asking = Object.keys(place.answers).length > 0
    this.#newSet()
    if (place.phase) this.pacer?.place(place.phase, place.second)
    this.timer.run()
    this.requestUpdate()
    void this.#heed()
  }

  // --- what the person does ----------------------------------------------------------------

  async start(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    this.toggleAttribute('data-busy', true)
    this.noises.wake()
    await painted()
    try {
      if (!(await this.#tab.take())) return void (this.over = 'elsewhere')
      if (await this.#tooLate()) return
      this.course = await begin(this.data, newId(), this.outbox, this.world, stamp)
      this.places.forget()
      this.timer.run()
      this.#moved()
    } catch (error) {
      this.#trouble(error)
    } finally {
      this.#busy = false
      this.toggleAttribute('data-busy', false)
    }
  }

  /** The page may have lain open since: over night, or while another tab did a session. */
  async #tooLate(): Promise<boolean> {
    const known = await resume(this.data, this.outbox, this.world, stamp)
    const now = new Date()
    if (known && known.at(now.getTime()).step !== 'finished') {
      location.reload()
      return true
    }
    this.stale = stale(this.data, known, now)
    return this.stale !== null
  }

  /** One event; what is shown follows from it. */
  async act(...events: What[]): Promise<void> {
    if (this.#busy || !this.course) return
    this.#busy = true
    // Seen at once, while the event is written to the disk.
    this.toggleAttribute('data-busy', true)
    this.noises.wake()
    try {
      for (const event of events) await this.course.add(event)
      this.#moved()
    } catch (error) {
      this.#trouble(error)
    } finally {
      this.#busy = false
      this.toggleAttribute('data-busy', false)
    }
  }

  /** STOP: silent at once, and recorded before anything else is done. */
  async stop(): Promise<void> {
    if (!this.course || this.state?.step === 'finished') return
    this.pacer?.pause()
    this.queue.clear()
    this.setAttribute('data-stopping', '')
    try {
      await this.course.stop()
      this.#moved()
    } catch (error) {
      this.#trouble(error)
    } finally {
      this.removeAttribute('data-stopping')
    }
  }

  /** Pause, or go on. */
  toggle(): void {
    const { pacer } = this
    if (!pacer || this.state?.step !== 'movement') return
    this.noises.wake()
    if (pacer.running) pacer.pause()
    else pacer.go()
    this.#remember()
    this.requestUpdate()
  }

  /** A reading as it was before, or as it was right after the set. */
  async same(reading: Reading): Promise<void> {
    const { step } = this.state!
    await this.act(this.#reading(reading))
    this.noted = step === 'settle'
    this.requestUpdate()
  }

  /** One answer of the short page. */
  async answer(key: string, value: string | readonly string[]): Promise<void> {
    this.answers = { ...this.answers, [key]: value }
    this.#remember()
    if (!this.#alarmed && alarmKnown(this.known, this.answers)) await this.#alarm()
    if (this.known && next(this.known, this.answers) === null) await this.#tell()
  }

  /** Red flags and symptoms are on record before the reading they came with. */
  async #alarm(): Promise<void> {
    const red_flags = redFlags(this.known, this.answers)
    const noticed = symptoms(this.known, this.answers)
    if (!red_flags.length && !noticed.length) return
    this.#alarmed = true
    const step = this.state?.step
    const { answers } = this
    await this.act({ kind: 'symptoms', symptoms: noticed, red_flags })
    if (this.state?.step !== step) return
    this.answers = answers
    this.asking = true
  }

  async #tell(): Promise<void> {
    const fields = strengthFields(this.answers)
    if (Object.keys(fields).length) {
      const path = '/check-in/strength/?kind=session'
      await this.outbox.add({ what: 'form', at: stamp(), path, fields })
    }
    const moved = during(this.known, this.answers)
    const now = this.#reading(readingAfter(this.base, afterSet(this.known, this.answers), this.world))
    if (!moved) return this.act(now)
    const reading = readingAfter(this.base, moved, this.world)
    return this.act({ kind: 'reading', point: 'tdur', reading }, now)
  }

  #reading(reading: Reading): What {
    const point = POINTS[this.state!.step]
    if (!point) throw new Error(`session-player: ${this.state!.step} awaits no reading`)
    return { kind: 'reading', point, reading }
  }

  async note(text: string): Promise<void> {
    const name = this.pacer?.movement.name ?? ''
    const said = name ? `${name}: ${text}` : text
    await this.outbox.add({
      what: 'form',
      at: stamp(),
      path: '/diary/note/',
      fields: { note: [said] },
    })
    this.notes = [...this.notes, { movement: name, text }]
    this.over = null
    this.#remember()
  }

  choose(name: keyof Settings): void {
    this.chosen = { ...this.chosen, [name]: !this.chosen[name] }
    keep(this.chosen)
    Object.assign(this.queue.senses, this.chosen)
    if (!this.chosen.voice) this.queue.clear()
    this.#listen()
  }

  /** Would this movement be taken? One whose family was stopped is not. */
  opens(movement: string): boolean {
    return this.course!.swapped(movement, Date.now()).movement === movement
  }

  /** Asked when the switches are opened, and only on a device that can speak: in a browser without
   * any speech the question alone can end the page. */
  async hears(): Promise<void> {
    if (this.canListen || !this.noises.voice) return
    this.canListen = await listensHere(document.documentElement.lang)
    this.#listen()
  }

  open(over: Over): void {
    this.pacer?.pause()
    this.#remember()
    // While a note is written no set begins by itself.
    this.timer.held = true
    this.over = over
  }

  async continueHere(): Promise<void> {
    await this.#tab.steal()
    location.reload()
  }

  // --- what follows ------------------------------------------------------------------------

  /** The legs that are asked about: those that were felt before, else the right one. */
  get known(): Pick<SessionData, 'legs' | 'new' | 'strength'> {
    const chart = this.state?.t0.chart ?? this.data.chart
    const felt = LEGS.filter((leg) => symptomatic(legState(chart, leg, this.world)))
    const legs: readonly Leg[] = felt.length ? felt : ['right']
    return { legs, new: this.data.new, strength: this.data.strength }
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

  #moved(): void {
    this.state = this.course!.at(Date.now())
    this.answers = {}
    this.asking = this.#alarmed = false
    this.over = null
    this.noted = false
    this.#newSet()
    this.pacer?.go()
    this.#remember()
    this.#listen()
    this.timer.run()
    this.requestUpdate()
    void this.#heed()
  }

  /** No set is done in a session that the diary did not let begin, nor after an answer since that
   * could close it; questions about the sets before are still asked. */
  async #heed(): Promise<void> {
    const { course, state } = this
    if (!course || !['movement', 'verdict'].includes(state?.step ?? '')) return
    const answered = answeredSince(course.id, await this.outbox.all(), this.data.made)
    if (answered || (await course.refused())) this.#leave('fault')
  }

  /** The pacer of the present set, at its beginning; none when no set is to be done. */
  #newSet(): void {
    this.pacer?.pause()
    this.pacer = null
    const { state } = this
    const known = state?.movement ? this.data.movements[state.movement] : undefined
    if (state?.step === 'movement' && known && state.movement) {
      const told = () => this.#paced()
      const over = () => void this.act({ kind: 'set_done' })
      this.pacer = new Pacer(
        state.movement, known, state.half_range, this.words, this.queue, told, over,
      )
    }
    // Half an hour of waiting needs no screen.
    this.awake.want(state !== null && !['finished', 're_ask'].includes(state.step))
  }

  /** At each frame: the figure and the bar move; words change only when they have to. */
  #paced(): void {
    const { pacer } = this
    if (!pacer) return
    this.dispatchEvent(new CustomEvent('paced'))
    const key = `${pacer.phase} ${Math.floor(pacer.second)} ${pacer.part.at} ${pacer.left}`
    if (key === this.#shown) return
    this.#shown = key
    this.#remember()
    this.requestUpdate()
  }

  /** Twice a second while something waits: time may be up, or the session over. */
  #beat(): void {
    if (!this.course || !this.state) return
    try {
      const now = this.course.at(Date.now())
      if (now.step !== this.state.step) return this.#moved()
      this.timer.look(this)
      this.ticked += 1
    } catch (error) {
      this.#broken(error)
    }
  }

  #remember(): void {
    if (!this.course || !this.places) return
    const { pacer, answers, notes } = this
    const step = this.state?.step === 'movement' && pacer
    this.places.keep(this.course, {
      phase: step ? pacer.phase : null,
      second: step ? pacer.second : 0,
      answers,
      notes,
    })
  }

  #hidden(): void {
    if (document.visibilityState === 'visible' || !this.pacer?.running) return
    // A call, a lock screen, another app: the set waits at this second.
    this.pacer.pause()
    this.#remember()
    this.requestUpdate()
  }

  #key(event: KeyboardEvent): void {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    const field = event.target as HTMLElement
    if (field.closest('textarea, select, input[type=text]')) return
    const running = this.course && this.state && this.state.step !== 'finished'
    if (running && (event.key === 'Escape' || event.key.toLowerCase() === 's')) {
      event.preventDefault()
      void this.stop()
    } else if (event.key === ' ' && this.pacer && !field.closest('button, a, summary, input')) {
      event.preventDefault()
      this.toggle()
    }
  }

  #listen(): void {
    const wanted = this.canListen && this.chosen.listen && this.state?.step === 'movement'
    this.#listening ??= new Listening(this.words.say('session.stop'), () => void this.stop())
    if (wanted) this.#listening.start(document.documentElement.lang)
    else this.#listening.stop()
  }

  #leave(over: Over): void {
    this.pacer?.pause()
    this.timer.end()
    this.over = over
  }

  #trouble(error: unknown): void {
    const name = (error as Error).name
    if (name === 'Behind') this.#leave('elsewhere')
    else if (name === 'NoStore') this.#leave('no_store')
    else this.#broken(error)
  }

  /** Whatever else is amiss, no set goes on: it is not known what the page would have said. */
  #broken(error: unknown): void {
    this.#leave('fault')
    reportError(error)
  }

  // --- what is shown -----------------------------------------------------------------------

  /** Is this verdict calm enough for the next set to begin by itself? */
  get calm(): boolean {
    const outcome = this.state?.outcome
    return !!outcome && !atLeast(outcome.verdict, 'REGRESS') && !this.asks && !this.over && !this.timer.held
  }

  protected override render(): TemplateResult | typeof nothing {
    try {
      return view(this)
    } catch (error) {
      // Else the page before would stay, and its set could be gone on with.
      this.pacer?.pause()
      this.timer.end()
      reportError(error)
      return fault(this)
    }
  }

  /** The focus goes to the heading of each new page, so that it is read out. */
  protected override updated(_changed: PropertyValues): void {
    const heading = this.querySelector<HTMLElement>('h1')
    const page = heading?.dataset['page'] ?? ''
    if (page === this.dataset['page']) return
    const first = this.dataset['page'] === undefined
    this.dataset['page'] = page
    if (first && page === 'start') return
    heading?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }
}

/** Until the tap is seen: what is made next takes a while on a slow phone. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
}

customElements.define('session-player', SessionPlayer)
