// What has a person entered that the diary may not have yet? One outbox for all islands and tabs.

import { stamp, type Kept, type NewEvent } from './events.ts'
import { sendAll, type Answer, type Outcome } from './sender.ts'
import { Store } from './store.ts'

export { stamp, newId } from './events.ts'
export type { Form, Kept, NewEvent, SessionStart, SessionStep, Stage } from './events.ts'
export { Behind, NoStore } from './store.ts'

export interface OutboxState {
  /** How many wait to be sent. */
  readonly unsent: number
  /** How many the server could not read; they are kept here only. */
  readonly refused: number
  readonly sending: boolean
  /** Did the last try reach the server? */
  readonly online: boolean
}

const NAME = 'spineward-outbox'
const SECOND = 1000
/** A server that says nothing for so long is not there. */
const PATIENCE = 20 * SECOND
/** A tab that holds the lock for longer than this is frozen; sending twice does no harm. */
const FROZEN = 60 * SECOND
const LONGEST_PAUSE = 300 * SECOND

let opened: Promise<Outbox> | undefined

/** The outbox of this page; rejects with NoStore when the browser can keep nothing. */
export function open(): Promise<Outbox> {
  const lost = () => (opened = undefined)
  opened ??= Store.open(lost).then((store) => new Outbox(store))
  opened.catch(lost)
  return opened
}

export class Outbox {
  #store: Store
  #channel = new BroadcastChannel(NAME)
  #watchers = new Set<(state: OutboxState) => void>()
  #queued: Promise<Outcome> | undefined
  #sending = 0
  #reached = true
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(store: Store) {
    this.#store = store
    this.#channel.addEventListener('message', () => void this.#tell())
    globalThis.addEventListener('online', () => void this.send())
    globalThis.addEventListener('offline', () => void this.#tell())
    globalThis.document?.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.send()
    })
  }

  /** Keep an event, on the disk when this resolves, and start to send it. Raises Behind when
   * another one was added after the same event. */
  async add(event: NewEvent): Promise<Kept> {
    const kept = await this.#store.add(event)
    this.#changed()
    void this.send()
    return kept
  }

  /** The start and the events of a session that this browser knows, in order. */
  ofSession(session: string): Promise<Kept[]> {
    return this.#store.ofSession(session)
  }

  /** Everything that this browser still knows of, sent or not, in order. */
  all(): Promise<Kept[]> {
    return this.#store.all()
  }

  /** What waits to be sent, in order. */
  unsent(): Promise<Kept[]> {
    return this.#store.at('unsent')
  }

  /** All that is kept here and stands in no diary: what waits, and what the server cannot read. */
  async notInDiary(): Promise<Kept[]> {
    const found = [...(await this.#store.at('unsent')), ...(await this.#store.at('refused'))]
    return found.sort((one, other) => one.order - other.order)
  }

  /** Send what waits now. Calls while one waits for its turn are the same call. */
  send(): Promise<Outcome> {
    const begin = () => (this.#queued = undefined)
    this.#queued ??= this.#inTurn(() => {
      begin()
      return this.#drain()
    }).catch(() => {
      begin()
      return 'later'
    })
    return this.#queued
  }

  /** Be told now and at each change, whichever tab it comes from; returns how to stop. */
  watch(callback: (state: OutboxState) => void): () => void {
    this.#watchers.add(callback)
    void this.#tell()
    return () => this.#watchers.delete(callback)
  }

  /** Everything that stands in no diary yet, as a file to take along. */
  async file(): Promise<File> {
    const events = (await this.notInDiary()).map(({ uuid, event }) => ({ uuid, ...event }))
    const text = JSON.stringify({ spineward: 'outbox', version: 1, events }, null, 1)
    const name = `spineward-outbox-${stamp().slice(0, 10)}.json`
    return new File([text], name, { type: 'application/json' })
  }

  /** Keep a small thing of an island, such as the player's place, under a key. */
  remember(key: string, value: unknown): Promise<void> {
    return this.#store.remember(key, value)
  }

  /** What was kept under this key, or undefined. */
  recall(key: string): Promise<unknown> {
    return this.#store.recall(key)
  }

  /** One tab at a time. On plain http there are no locks; then each tab sends by itself. */
  async #inTurn(work: () => Promise<Outcome>): Promise<Outcome> {
    if (!navigator.locks) return work()
    const signal = AbortSignal.timeout(FROZEN)
    try {
      return await navigator.locks.request(NAME, { signal }, work)
    } catch (error) {
      if (!signal.aborted) throw error
      return navigator.locks.request(NAME, { steal: true }, work)
    }
  }

  async #drain(): Promise<Outcome> {
    clearTimeout(this.#timer)
    this.#sending += 1
    const outcome = await sendAll(this.#store, put, () => this.#changed()).finally(() => {
      this.#sending -= 1
    })
    this.#reached = outcome !== 'later'
    this.#failures = outcome === 'all' ? 0 : this.#failures + 1
    if (outcome === 'all') await this.#store.tidy()
    else this.#timer = setTimeout(() => void this.send(), pause(this.#failures))
    this.#changed()
    return outcome
  }

  #changed(): void {
    this.#channel.postMessage('changed')
    void this.#tell()
  }

  async #tell(): Promise<void> {
    if (!this.#watchers.size) return
    const [unsent, refused] = await Promise.all([this.#store.at('unsent'), this.#store.at('refused')])
    const state: OutboxState = {
      unsent: unsent.length,
      refused: refused.length,
      sending: this.#sending > 0,
      online: navigator.onLine && this.#reached,
    }
    for (const watcher of this.#watchers) watcher(state)
  }
}

/** 2, 4, 8 seconds and so on, up to five minutes, and never two tabs at the same moment. */
function pause(failures: number): number {
  return Math.min(2 ** failures * SECOND, LONGEST_PAUSE) * (0.75 + Math.random() / 4)
}

async function put({ uuid, event }: Kept): Promise<Answer> {
  const response = await fetch(`/outbox/${uuid}/`, {
    method: 'PUT',
    redirect: 'error',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(event),
    signal: AbortSignal.timeout(PATIENCE),
  })
  const body = await response.json().catch(() => ({}))
  return { status: response.status, body }
}
