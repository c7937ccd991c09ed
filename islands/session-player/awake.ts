// Does the screen stay on while a set runs? It is asked for, and asked for again after each return.

export class Awake {
  #lock: WakeLockSentinel | null = null
  #wanted = false

  constructor() {
    document.addEventListener('visibilitychange', () => {
      if (this.#wanted && document.visibilityState === 'visible') void this.#ask()
    })
  }

  /** Can this browser keep the screen on? */
  get possible(): boolean {
    return 'wakeLock' in navigator
  }

  want(wanted: boolean): void {
    if (wanted === this.#wanted) return
    this.#wanted = wanted
    if (wanted) void this.#ask()
    else void this.#lock?.release().catch(() => undefined)
  }

  async #ask(): Promise<void> {
    if (!this.possible || document.visibilityState !== 'visible') return
    // Refused when the battery is low: then the screen turns off as it always does.
    const lock = await navigator.wakeLock.request('screen').catch(() => null)
    if (!this.#wanted) void lock?.release().catch(() => undefined)
    else this.#lock = lock ?? this.#lock
  }
}
