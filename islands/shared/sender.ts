// How does what waits reach the diary? One event after the other, in order, until one has to wait.

import type { Kept, Stage } from './events.ts'

/** What the sender needs of the store. */
export interface Waiting {
  at(stage: Stage): Promise<Kept[]>
  byId(uuid: string): Promise<Kept | undefined>
  settle(uuid: string, stage: Stage, why?: string): Promise<void>
}

export interface Answer {
  readonly status: number
  readonly body: { readonly kept?: string; readonly why?: string; readonly wait?: string }
}

/** Sends one event; rejects when no answer came. */
export type Put = (kept: Kept) => Promise<Answer>

/** all: nothing waits. later: the server is away or in trouble. held: a session's event waits for
 * one that the server does not have and that is not here. */
export type Outcome = 'all' | 'later' | 'held'

/** Send what waits, oldest first. `told` is called after each event whose place has changed. */
export async function sendAll(store: Waiting, put: Put, told: () => void): Promise<Outcome> {
  const held = new Set<string>()
  for (;;) {
    const next = (await store.at('unsent')).find((kept) => !held.has(groupOf(kept)))
    if (!next) return held.size ? 'held' : 'all'
    let answer: Answer
    try {
      answer = await put(next)
    } catch {
      return 'later'
    }
    // Only our own words count: a proxy or a start page of a network answers 200 to anything.
    const { status, body } = answer
    if (status < 300 && body.kept === 'diary') await store.settle(next.uuid, 'sent')
    else if (status === 202 && body.kept === 'aside') await store.settle(next.uuid, 'aside', body.why)
    else if (status === 400 && body.why) await store.settle(next.uuid, 'refused', body.why)
    else if (status === 409 && body.wait) await waitFor(body.wait)
    else return 'later'
    told()

    // The server may have gone back to a copy from before: then it gets the missing event again.
    async function waitFor(uuid: string): Promise<void> {
      const missing = await store.byId(uuid)
      if (missing?.stage === 'sent' || missing?.stage === 'aside') {
        await store.settle(uuid, 'unsent')
      } else if (missing?.stage === 'refused') {
        await store.settle(next!.uuid, 'refused', missing.why)
      } else {
        held.add(groupOf(next!))
      }
    }
  }
}

/** Events of one session follow each other; forms are one group, since a page builds on the last. */
function groupOf({ event }: Kept): string {
  return event.what === 'form' ? 'form' : event.session
}
