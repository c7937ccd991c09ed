// What does the server tell the worker about the pages to keep? The shape of /outbox/pages.json.

export interface Pages {
  /** Changes when another diary begins, as after an erasure. */
  readonly diary: string
  readonly day: string
  readonly pages: readonly string[]
  /** The pages of each kind of check-in, in order; `signs` is the one after it got worse. */
  readonly orders: Readonly<Record<string, readonly string[]>>
  /** The strictest card that a ticked line of a page can lead to. */
  readonly lines: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The same for a place that is marked on the body chart, and for both legs together. */
  readonly places: Readonly<Record<string, string>>
  readonly both_legs: string
  /** The cards, the strictest first. */
  readonly cards: readonly string[]
  /** How long the questions before a session hold. */
  readonly screen_minutes: number
}

export type Fields = Readonly<Record<string, readonly string[]>>
