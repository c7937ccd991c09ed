// Can this browser be trusted to keep things? It is asked to; what it answers is told once.

import type { Outbox } from '../shared/outbox.ts'

const MARK = 'spineward-made'
/** With so little room left, a browser may refuse the next entry. */
const NEARLY_FULL = 0.9

export interface Trust {
  /** The browser cleared what it kept, since the last visit. */
  readonly lost: boolean
  /** It keeps things only as long as it likes: it refused, or this is a private window. */
  readonly brief: boolean
  readonly full: boolean
}

/** The mark stands in two places; when only one of them still has it, the other was cleared. */
async function wasCleared(outbox: Outbox): Promise<boolean> {
  const here = localStorage.getItem(MARK)
  const kept = await outbox.recall(MARK)
  const mark = typeof kept === 'string' ? kept : crypto.getRandomValues(new Uint32Array(2)).join('-')
  if (kept === undefined) await outbox.remember(MARK, mark)
  localStorage.setItem(MARK, mark)
  const cleared = here !== null && here !== mark
  if (cleared) await outbox.remember('lost', true)
  return cleared || (await outbox.recall('lost')) === true
}

/** Ask to keep things for good, at a moment when there is something to keep. */
export async function trust(outbox: Outbox, ask: boolean): Promise<Trust> {
  const lost = await wasCleared(outbox)
  const storage = navigator.storage
  if (!storage?.persisted) return { lost, brief: true, full: false }
  const kept = (await storage.persisted()) || (ask && (await storage.persist()))
  const { usage = 0, quota = 0 } = await storage.estimate()
  return { lost, brief: !kept, full: quota > 0 && usage > quota * NEARLY_FULL }
}

/** It was told; it is not told again. */
export async function told(outbox: Outbox): Promise<void> {
  await outbox.remember('lost', false)
}
