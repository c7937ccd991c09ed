// How does an open page remind? It asks what is due, and shows it as a notice or as a line on top.

import { due, wait, type Reminder } from './due.ts'
import { notify } from './notice.ts'

const SEEN = 'spineward.reminders-seen'

export class Banner {
  readonly #address: string
  readonly #note: HTMLElement
  readonly #title: HTMLElement
  readonly #text: HTMLElement
  readonly #seen: Set<string>
  #known: readonly Reminder[] = []
  #shown = ''
  #timer = 0

  constructor(root: HTMLElement) {
    this.#address = root.dataset['reminders'] ?? ''
    this.#note = part(root, '.reminder__note')
    this.#title = part(root, '[data-title]')
    this.#text = part(root, '[data-text]')
    this.#seen = new Set(recall())
    part(root, 'button').addEventListener('click', () => this.#close())
    part(root, 'a').addEventListener('click', () => this.#close())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.look()
    })
  }

  /** Asks what is due, shows the newest of it, and sets the timer for the next. */
  async look(): Promise<void> {
    window.clearTimeout(this.#timer)
    await this.#ask()
    const now = Date.now()
    const reminder = due(this.#known, now, this.#seen)
    if (reminder) await this.#show(reminder)
    this.#timer = window.setTimeout(() => void this.look(), wait(this.#known, Date.now()))
  }

  /** Without an answer only what holds on any day is kept: movement may be locked by now. */
  async #ask(): Promise<void> {
    try {
      const answer = await fetch(this.#address, { headers: { accept: 'application/json' } })
      if (!answer.ok) throw new Error(`${this.#address}: ${answer.status}`)
      this.#known = ((await answer.json()) as { due: Reminder[] }).due
    } catch {
      this.#known = this.#known.filter((one) => !one.fresh)
    }
  }

  async #show(reminder: Reminder): Promise<void> {
    if (await notify(reminder.title, reminder.text, reminder.id)) {
      this.#see(reminder.id)
      return
    }
    this.#shown = reminder.id
    this.#title.textContent = reminder.title
    this.#text.textContent = reminder.text
    this.#note.hidden = false
  }

  #close(): void {
    this.#see(this.#shown)
    this.#note.hidden = true
  }

  #see(id: string): void {
    this.#seen.add(id)
    try {
      window.sessionStorage.setItem(SEEN, JSON.stringify([...this.#seen]))
    } catch {
      // Without a store the next page may show it once more.
    }
  }
}

function recall(): string[] {
  try {
    return JSON.parse(window.sessionStorage.getItem(SEEN) ?? '[]') as string[]
  } catch {
    return []
  }
}

export function part(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`reminders: the page lacks ${selector}`)
  return found
}
