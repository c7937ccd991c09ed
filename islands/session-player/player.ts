// How does a session run in place? This element takes over the page: each thing the person does
// becomes an event, and what is shown follows from all events. See docs/decisions/0028.

import { nothing, type PropertyValues, type TemplateResult } from 'lit'
import { answeredSince } from '../shared/answers.ts'
import { heedKeys, heedTaps } from './beside.ts'
import type { Course, What } from './course.ts'
import { CueQueue } from './cues.ts'
import { Words } from './data.ts'
import type { SessionState } from './engine/types.ts'
import { ASKED } from './fresh.ts'
import { Holding, type Over } from './holding.ts'
import { OneTab } from './one-tab.ts'
import { Places } from './places.ts'
import { markStop, stopMarked } from './stop-mark.ts'
import { listen, newSet, remember } from './this-set.ts'
import { painted, Timer } from './timer.ts'
import { fault } from './views/start.ts'
import { view } from './views/view.ts'

/** The steps from which a set follows. */
const SETS: readonly SessionState['step'][] = ['movement', 'verdict']

export class SessionPlayer extends Holding {
  readonly timer = new Timer(() => this.#beat())
  readonly tab = new OneTab(() => this.#leave('elsewhere'))
  #busy = false

  /** Everything is there: take up the session where it was, or show the start. */
  async begin(course: Course | null): Promise<void> {
    this.words = new Words(this.data.words)
    this.queue = new CueQueue(this.noises, this.chosen)
    this.places = new Places(this.outbox)
    this.noises.prepare(() => this.requestUpdate())
    this.outbox.watch((state) => {
      this.sync = state
      void this.#heed()
    })
    heedKeys(this)
    heedTaps(this)
    this.course = course
    if (course) await this.#resume(course)
    else this.places.forget()
  }

  async #resume(course: Course): Promise<void> {
    if (this.#follow(course).step !== 'finished' && !(await this.tab.take())) this.over = 'elsewhere'
    const place = await this.places.of(course)
    this.notes = place.notes
    this.answers = place.answers
    this.asking = Object.keys(place.answers).length > 0
    newSet(this)
    if (place.phase) this.pacer?.place(place.phase, place.second)
    this.timer.run()
    this.requestUpdate()
    // STOP was pressed, and could not be written down then: it holds, and is tried again.
    if (stopMarked(course.id)) await this.stop()
    void this.#heed()
  }

  /** One thing at a time. The tap is seen before what follows from it is drawn, which takes a
   * while on a slow phone; `seen` resolves then. */
  async once(work: (seen: Promise<void>) => Promise<void>): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    this.toggleAttribute('data-busy', true)
    try {
      this.noises.wake()
      await work(painted())
    } catch (error) {
      this.#trouble(error)
    } finally {
      this.#busy = false
      this.toggleAttribute('data-busy', false)
    }
  }

  /** One event; what is shown follows from it. */
  async act(...events: What[]): Promise<void> {
    if (!this.course) return
    await this.once(async (seen) => {
      for (const event of events) await this.course!.add(event)
      await seen
      this.moved()
    })
  }

  /** STOP: silent at once, and recorded before anything else is done. */
  async stop(): Promise<void> {
    if (!this.course || this.state?.step === 'finished') return
    this.pacer?.pause()
    this.queue.clear()
    this.setAttribute('data-stopping', '')
    this.requestUpdate()
    markStop(this.course.id)
    try {
      await this.course.stop()
      if (this.untold) await this.course.add(this.untold.sign)
      markStop(null)
      this.over = this.untold = null
      this.removeAttribute('data-stopping')
      this.moved()
    } catch (error) {
      this.#trouble(error)
      this.#follow(this.course)
    } finally {
      this.removeAttribute('data-stopping')
    }
  }

  // --- what follows ------------------------------------------------------------------------

  #follow(course: Course): SessionState {
    this.lastEvent = course.after
    return (this.state = course.at(Date.now()))
  }

  moved(): void {
    this.#follow(this.course!)
    if (this.halted) return this.requestUpdate()
    this.answers = {}
    this.asking = this.alarmed = this.noted = false
    this.over = null
    newSet(this)
    if (this.begins) this.pacer?.go()
    remember(this)
    listen(this)
    this.timer.run()
    this.requestUpdate()
    void this.#heed()
  }

  /** No set is done in a session that the diary did not let begin, nor after an answer since that
   * could close it; questions about the sets before are still asked. */
  async #heed(): Promise<void> {
    const { course, state } = this
    if (!course || !state || !SETS.includes(state.step)) return
    const answered = answeredSince(course.id, await this.outbox.all(), this.data.made, ASKED)
    const barred = answered || (await course.refused())
    // A tap may have led on meanwhile.
    if (barred && SETS.includes(course.at(Date.now()).step)) this.#leave('fault')
  }

  /** Twice a second: time may be up, or the session over. What a tap leads to is shown by that tap,
   * not before the next one is taken. */
  #beat(): void {
    if (!this.course || !this.state || this.#busy || this.hasAttribute('data-stopping')) return
    try {
      const now = this.course.at(Date.now())
      if (now.step !== this.state.step) return this.moved()
      this.timer.look(this)
      this.ticked += 1
    } catch (error) {
      this.#broken(error)
    }
  }

  // --- what may not go on, and what is shown ------------------------------------------------

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

customElements.define('session-player', SessionPlayer)
