// Was STOP pressed, and is it not on record yet? A mark beside the outbox, for a disk that is full
// or a browser that closes may refuse the event; the session is never gone on with all the same.

const KEY = 'spineward.stopped'

/** STOP was pressed in this session; null when it is on record. */
export function markStop(session: string | null): void {
  try {
    if (session) localStorage.setItem(KEY, session)
    else localStorage.removeItem(KEY)
  } catch {
    // Nothing can be kept here at all: then it holds as long as the page is open.
  }
}

/** Does this session have a STOP that is not on record? */
export function stopMarked(session: string | undefined): boolean {
  try {
    return session !== undefined && localStorage.getItem(KEY) === session
  } catch {
    return false
  }
}
