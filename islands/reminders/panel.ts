// What may this browser do? The one true state is shown in words, and changes as it changes.

import { part } from './banner.ts'
import { notify, permission, watchPermission } from './notice.ts'

export class Panel {
  readonly #root: HTMLElement
  readonly #said: HTMLElement

  constructor(root: HTMLElement) {
    this.#root = root
    this.#said = part(root, 'p[data-said]')
    part(root, '[data-do=ask]').addEventListener('click', () => void this.#ask())
    part(root, '[data-do=test]').addEventListener('click', () => void this.#test())
    void watchPermission(() => this.show())
  }

  show(): void {
    const state = permission()
    part(this.#root, `[data-state=${state}]`)
    for (const one of this.#root.querySelectorAll<HTMLElement>('[data-state]')) {
      one.hidden = one.dataset['state'] !== state
    }
  }

  /** The browser asks the person, and only because they tapped. */
  async #ask(): Promise<void> {
    await Notification.requestPermission()
    this.show()
  }

  async #test(): Promise<void> {
    const { testTitle = '', testText = '' } = this.#root.dataset
    const shown = await notify(testTitle, testText, 'test')
    const words = part(this.#root, `template[data-said=${shown ? 'shown' : 'failed'}]`)
    this.#said.textContent = (words as HTMLTemplateElement).content.textContent
  }
}
