// Which tab runs the session? The one that holds the lock; "Continue here" takes it from the other.

const NAME = 'spineward-session-player'

export class OneTab {
  readonly #lost: () => void
  #letGo: (() => void) | null = null

  /** `lost` is called when another tab takes the session. */
  constructor(lost: () => void) {
    this.#lost = lost
  }

  /** Take the session if no other tab has it; says whether it is ours. */
  take(): Promise<boolean> {
    return this.#request({ ifAvailable: true })
  }

  /** Take it from the other tab. */
  steal(): Promise<boolean> {
    return this.#request({ steal: true })
  }

  #request(options: LockOptions): Promise<boolean> {
    // On plain http there are no locks: then the outbox alone keeps two tabs apart (Behind).
    if (!navigator.locks) return Promise.resolve(true)
    return new Promise((resolve) => {
      const held = navigator.locks.request(NAME, options, (lock) => {
        resolve(lock !== null)
        return lock && new Promise<void>((done) => (this.#letGo = done))
      })
      held.catch(() => {
        if (this.#letGo) this.#lost()
        this.#letGo = null
        resolve(false)
      })
    })
  }
}
