// How long is the heat or ice on? Asks for a look at the skin on the way, and tells when time is up.
// The questions before it work here too, so that neither needs a network. Nothing is sent.

import { Clock, momentOf, shown } from './clock.ts'
import { buzz, tone, wake } from './noise.ts'

const BEAT = 500

class Warmth {
  readonly #root: HTMLElement
  readonly #clock: Clock
  #heard = ''
  #interval: ReturnType<typeof setInterval> | undefined

  constructor(root: HTMLElement) {
    this.#root = root
    const { minutes, skin } = this.#one('[data-timer]').dataset
    this.#clock = new Clock(root.dataset['warmth'] ?? '', Number(minutes), Number(skin))
  }

  run(): void {
    this.#one('form').addEventListener('submit', (event) => this.#answer(event))
    this.#one('[data-start]').addEventListener('click', () => this.#start())
    this.#one('[data-stop]').addEventListener('click', () => this.#stop())
    this.#one('[data-timer]').hidden = false
    this.#one('[data-plain]').hidden = true
    document.addEventListener('visibilitychange', () => this.#look())
    // Whoever comes back finds it running: the questions were answered when it began.
    if (this.#clock.start !== null) {
      this.#show('go', false)
      this.#tick()
    }
    this.#look()
  }

  #one(selector: string): HTMLElement {
    const found = this.#root.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`timer: the page has no ${selector}`)
    return found
  }

  /** A whole form is judged here as the server judges it; one with gaps goes to the server. */
  #answer(event: Event): void {
    const said = new FormData(this.#one('form') as HTMLFormElement)
    const bars = [...this.#root.querySelectorAll<HTMLElement>('[data-bar]')]
    if (!bars.every((bar) => said.has(bar.dataset['bar'] ?? ''))) return
    event.preventDefault()
    for (const bar of bars) bar.hidden = said.get(bar.dataset['bar'] ?? '') === 'no'
    this.#show(bars.every((bar) => bar.hidden) ? 'go' : 'held', true)
  }

  #show(part: string, move: boolean): void {
    for (const one of this.#root.querySelectorAll<HTMLElement>('[data-part]')) {
      one.hidden = one.dataset['part'] !== part
      if (move && !one.hidden) one.focus()
    }
  }

  #start(): void {
    wake()
    this.#clock.begin(Date.now())
    this.#heard = ''
    this.#say('')
    this.#tick()
    this.#look()
    this.#one('[data-stop]').focus()
  }

  #stop(): void {
    this.#clock.end()
    this.#say(this.#word('stopped'))
    this.#look()
    this.#one('[data-start]').focus()
  }

  #tick(): void {
    this.#interval ??= setInterval(() => this.#look(), BEAT)
  }

  #look(): void {
    const now = Date.now()
    const moment = momentOf(this.#clock, now)
    const runs = moment === 'runs' || moment === 'skin'
    this.#one('[data-left]').textContent = shown(this.#clock.left(now))
    this.#one('[data-start]').hidden = runs
    this.#one('[data-stop]').hidden = !runs
    if (!runs) {
      clearInterval(this.#interval)
      this.#interval = undefined
    }
    if ((moment === 'skin' || moment === 'over') && this.#heard !== moment) {
      this.#heard = moment
      this.#say(this.#word(moment))
      tone()
      buzz()
    }
    if (moment === 'over') this.#clock.end()
  }

  #word(name: string): string {
    return this.#one(`[data-word=${name}]`).textContent ?? ''
  }

  #say(words: string): void {
    this.#one('[data-say]').textContent = words
  }
}

for (const root of document.querySelectorAll<HTMLElement>('[data-warmth]')) new Warmth(root).run()
