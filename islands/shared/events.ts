// What did a person do, as it waits to be sent? The three kinds of an event, and how a moment and
// an id are written.

export interface SessionStart {
  readonly what: 'session.start'
  readonly at: string
  /** The session's id; it is the id of this event too. */
  readonly session: string
  readonly planned: readonly string[]
  readonly reading: object
}

export interface SessionStep {
  readonly what: 'session.event'
  readonly at: string
  readonly session: string
  /** The id of the event before this one, or of the start. */
  readonly after: string
  readonly event: object
}

export interface Form {
  readonly what: 'form'
  readonly at: string
  /** Where the form was to be sent, with its query. */
  readonly path: string
  readonly fields: Readonly<Record<string, readonly string[]>>
}

export type NewEvent = SessionStart | SessionStep | Form

/** unsent: waits. sent: in the diary. aside: the server kept it, but not in the diary.
 * refused: the server cannot read it; it stays here only. */
export type Stage = 'unsent' | 'sent' | 'aside' | 'refused'

export interface Kept {
  /** Rises with each event of this browser. */
  readonly order: number
  readonly uuid: string
  readonly event: NewEvent
  readonly stage: Stage
  /** When it came to this stage, by the clock of this device; not there while it waits. */
  readonly settled?: number
  readonly why?: string
}

/** A moment as the diary wants it: with the offset of the person's clock. */
export function stamp(moment: Date = new Date()): string {
  const minutes = -moment.getTimezoneOffset()
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -1)
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** A random id. crypto.randomUUID is missing on plain http, where the outbox works all the same. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex)
}
