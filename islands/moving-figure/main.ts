// What makes a movement's pictures move? <moving-figure src> takes the place of the stills inside
// it. Where its frames do not come, or the person asked for stillness, the stills stay.
//
// By itself it plays, pauses, goes slowly and step by step by the buttons that the page put inside
// (`data-do`). A session sets `at`, the second of the cycle, and so drives it.

import { poseAt, read } from './frames.ts'
import { Painting } from './painting.ts'

const STILL = matchMedia('(prefers-reduced-motion: reduce)')
const SLOW = 0.5
/** A frame that came later than this, as after a switch of tabs, does not jump ahead. */
const LONGEST = 100

export class MovingFigure extends HTMLElement {
  static readonly observedAttributes = ['src']

  #painting: Painting | null = null
  #at = 0
  #speed = 1
  #playing = false
  #last = 0
  #request = 0
  #asked = 0
  /** Kept here: to ask the browser in every frame can swallow its word of a change. */
  #still = STILL.matches

  connectedCallback(): void {
    this.#still = STILL.matches
    this.addEventListener('click', this)
    this.addEventListener('keydown', this)
    STILL.addEventListener('change', this.#change)
    void this.#fetch()
  }

  disconnectedCallback(): void {
    this.pause()
    this.removeEventListener('click', this)
    this.removeEventListener('keydown', this)
    STILL.removeEventListener('change', this.#change)
  }

  attributeChangedCallback(_name: string, before: string | null): void {
    if (before !== null && this.isConnected) void this.#fetch()
  }

  /** The second of the cycle; setting it draws that moment. */
  get at(): number {
    return this.#at
  }

  set at(second: number) {
    this.#at = second
    this.#draw(false)
  }

  get playing(): boolean {
    return this.#playing
  }

  set playing(wanted: boolean) {
    if (wanted) this.play()
    else this.pause()
  }

  get speed(): number {
    return this.#speed
  }

  set speed(factor: number) {
    this.#speed = factor
    this.#show()
  }

  /** The length of the cycle in seconds; 0 before the frames are there. */
  get cycle(): number {
    return this.#painting?.drawing.cycle ?? 0
  }

  play(): void {
    if (this.#playing || !this.#painting || this.#still) return
    this.#playing = true
    this.#last = 0
    this.#request = requestAnimationFrame(this.#tick)
    this.#show()
  }

  pause(): void {
    if (!this.#playing) return
    this.#playing = false
    cancelAnimationFrame(this.#request)
    this.#show()
  }

  /** Stops at the next pose, or with -1 at the one before. */
  step(by: number): void {
    const drawing = this.#painting?.drawing
    if (!drawing) return
    this.pause()
    const { poses } = drawing
    const here = poseAt(drawing, this.#at)
    const back = by < 0 && this.#at > poses[here]!.at ? 0 : by
    const wanted = (here + back + poses.length) % poses.length
    this.at = poses[wanted]!.at
    this.#say(wanted + 1, poses.length)
  }

  handleEvent(event: Event): void {
    const button = (event.target as Element).closest?.<HTMLElement>('[data-do]')
    if (!button || !this.contains(button)) return
    if (event instanceof KeyboardEvent) this.#key(event)
    else this.#do(button.dataset['do'] ?? '')
  }

  #key(event: KeyboardEvent): void {
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    this.step(event.key === forward ? 1 : -1)
  }

  #do(what: string): void {
    if (what === 'play') this.playing = !this.#playing
    else if (what === 'slow') this.speed = this.#speed === 1 ? SLOW : 1
    else if (what === 'back') this.step(-1)
    else if (what === 'on') this.step(1)
    else throw new Error(`moving-figure: nothing is known to do for ${what}`)
  }

  async #fetch(): Promise<void> {
    const src = this.getAttribute('src')
    if (!src) throw new Error('moving-figure: src is missing')
    this.#asked += 1
    const asked = this.#asked
    const found = await fetch(src).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null)
    // Without its frames the stills stay as they are; nothing else needs them.
    if (found === null || asked !== this.#asked || !this.isConnected) return
    this.#take(new Painting(read(found), this.getAttribute('label') ?? ''))
  }

  #take(painting: Painting): void {
    this.pause()
    this.#painting?.svg.parentElement?.remove()
    const frame = document.createElement('div')
    frame.className = 'figure figure--moving'
    frame.append(painting.svg)
    this.prepend(frame)
    this.#painting = painting
    this.#settle()
    this.dispatchEvent(new Event('ready'))
  }

  #change = (event: MediaQueryListEvent): void => {
    this.#still = event.matches
    this.#settle()
  }

  /** Motion or stillness, as the person asked for it; it may change while the page is open. */
  #settle(): void {
    if (!this.#painting) return
    const stills = this.querySelector<HTMLElement>('[data-stills]')
    const moves = !this.#still
    const controls = this.querySelector<HTMLElement>('[data-controls]')
    if (stills) stills.hidden = moves
    if (controls) controls.hidden = !moves
    this.#painting.svg.parentElement!.hidden = !moves && stills !== null
    this.#draw(false)
    if (!moves) this.pause()
    else if (this.hasAttribute('autoplay')) this.play()
  }

  #tick = (now: number): void => {
    if (!this.#playing) return
    const passed = this.#last ? Math.min(now - this.#last, LONGEST) : 0
    this.#last = now
    this.#at = (this.#at + (passed / 1000) * this.#speed) % this.cycle
    this.#draw(true)
    this.#request = requestAnimationFrame(this.#tick)
  }

  #draw(eased: boolean): void {
    if (this.#still) this.#painting?.hold(this.#at)
    else this.#painting?.move(this.#at, eased)
  }

  #show(): void {
    this.toggleAttribute('data-playing', this.#playing)
    for (const word of this.querySelectorAll<HTMLElement>('[data-when]')) {
      word.hidden = word.dataset['when'] !== (this.#playing ? 'playing' : 'paused')
    }
    const slow = this.querySelector('[data-do="slow"]')
    slow?.setAttribute('aria-pressed', String(this.#speed !== 1))
  }

  /** Says which pose is shown, in the page's words. */
  #say(number: number, of: number): void {
    const status = this.querySelector<HTMLElement>('[data-status]')
    const words = status?.dataset['status'] ?? ''
    if (status) status.textContent = words.replace('{n}', String(number)).replace('{of}', String(of))
  }
}

customElements.define('moving-figure', MovingFigure)
