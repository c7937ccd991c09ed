// How long is still to wait? Computed from the events and the clock, so that it survives leaving
// the page, a reload and a crash. When the time comes it is heard, felt and seen in the title.

import type { SessionPlayer } from './player.ts'

const BEAT = 500
const SECOND = 1000
const A_FRAME = 20
const UNSEEN = SECOND
/** A calm set is followed by the next one after this many seconds, unless the person waits. */
export const ONWARD = 15

export class Timer {
  readonly #beat: () => void
  #interval: ReturnType<typeof setInterval> | undefined
  #since = 0
  #of = ''
  #told = ''
  /** The person asked to wait: nothing goes on by itself. */
  held = false

  constructor(beat: () => void) {
    this.#beat = beat
  }

  run(): void {
    this.#interval ??= setInterval(this.#beat, BEAT)
  }

  end(): void {
    clearInterval(this.#interval)
    this.#interval = undefined
  }

  /** Whole seconds until the next question may be asked, or the next set done; 0 when it is time. */
  left(player: SessionPlayer): number {
    const until = player.state?.waits_until
    return until ? Math.max(0, Math.ceil((until - Date.now()) / SECOND)) : 0
  }

  /** Whole seconds until the next set begins by itself; null when it does not. */
  onward(player: SessionPlayer): number | null {
    const { state } = player
    this.#turn(player)
    if (state?.step !== 'verdict' || !player.chosen.onward || !player.calm) return null
    return Math.max(0, Math.ceil(ONWARD - (Date.now() - this.#since) / SECOND))
  }

  /** Which step is it? A new one counts from now on, and nothing is held in it yet. */
  #turn({ state, lastEvent }: SessionPlayer): string {
    const of = `${state?.step} ${lastEvent}`
    if (of !== this.#of) {
      this.#of = of
      this.#since = Date.now()
      this.held = false
    }
    return of
  }

  /** Is it time for something? Called at each beat. */
  look(player: SessionPlayer): void {
    const { state, words } = player
    if (!state) return
    const of = this.#turn(player)
    if (this.onward(player) === 0 && document.visibilityState === 'visible') {
      void player.act({ kind: 'continued' })
      return
    }
    const waits = ['upright', 'settle', 're_ask'].includes(state.step)
    const up = waits && this.left(player) === 0
    const title = document.title.replace(/^.* \| /, '')
    document.title = up ? `${words.own('time_is_up')} | ${title}` : title
    if (up && this.#told !== of) {
      this.#told = of
      const say = `${words.own('time_is_up')} ${words.say(`page.${state.step}.title`)}`
      const now = performance.now()
      player.queue.add({ at: now, say, tone: 'end', buzz: true })
    }
    player.queue.tick(performance.now())
  }
}

/** Until the tap is seen: a frame after the one that draws it. A page that is hidden draws none. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done, A_FRAME))
    setTimeout(done, UNSEEN)
  })
}
