// Which shapes do the page and the server share? Those of spineward/clinical/facts, as JSON.
//
// Names of fields are the ones of the server. An event is as the diary stores it: what is left out
// has no value. Times are ISO texts with an offset in events, milliseconds since 1970 in a state.

export type Side = 'left' | 'right' | 'middle'
export type Leg = 'left' | 'right'
export type Part = Leg | 'back'
export type YesNo = 'no' | 'yes'
export type Weakness = 'none' | 'new_or_more' | 'not_sure'
export type Unsure = 'place' | 'tingling' | 'numbness'
export type Point = 't0' | 'tdur' | 't1' | 't2' | 'at_10' | 'at_30'
export type Symptom = 'dizzy' | 'chest' | 'swelling' | 'stop_asked'
export type Step =
  | 'movement'
  | 'after_set'
  | 'upright'
  | 'settle'
  | 'verdict'
  | 're_ask'
  | 'finished'
export type EventKind =
  | 'started'
  | 'set_done'
  | 'reading'
  | 'symptoms'
  | 'continued'
  | 'skipped'
  | 'swapped'
  | 'stopped'
  | 'ended'

// Each of these runs from mild to strict.
export const LEVELS = ['SELF_CARE', 'ROUTINE', 'SOON', 'SAME_DAY', 'EMERGENCY'] as const
export const GATES = ['FULL', 'LIMITED', 'EASE_ONLY', 'BLOCK'] as const
export const VERDICTS = [
  'CONTINUE',
  'CONTINUE_CAUTION',
  'REGRESS',
  'STOP_MOVEMENT',
  'STOP_SESSION',
  'STOP_AND_ESCALATE',
] as const
export const AT_30 = ['settled', 'still_one_grade', 'still', 'further'] as const

export type CareLevel = (typeof LEVELS)[number]
export type Gate = (typeof GATES)[number]
export type Verdict = (typeof VERDICTS)[number]
export type AfterHalfHour = (typeof AT_30)[number]

export interface Mark {
  readonly zone: string
  readonly side: Side
  readonly pain?: number
  readonly tingling?: number
  readonly numbness?: number
  readonly usual?: boolean
}

export type Chart = readonly Mark[]

export interface Reading {
  readonly chart: Chart
  readonly sharp_shooting?: YesNo | null
  readonly weakness?: Weakness | null
  readonly not_sure?: readonly Unsure[]
}

export interface SessionEvent {
  readonly at: string
  readonly kind: EventKind
  readonly movement?: string | null
  readonly point?: Point | null
  readonly reading?: Reading | null
  readonly symptoms?: readonly Symptom[]
  readonly red_flags?: readonly string[]
  readonly note?: string
}

/** What one set means. `fault` is there when it could not be looked up, and says why. */
export interface SetOutcome {
  readonly label: string
  readonly verdict: Verdict
  readonly row: number
  readonly fired: readonly string[]
  readonly level: CareLevel
  readonly gate: Gate | null
  readonly asks: readonly string[]
  readonly re_ask_minutes: number | null
  readonly at_30: AfterHalfHour | null
  readonly fault?: string
}

export interface SetRecord {
  readonly movement: string
  readonly at: number
  readonly row: number
  readonly label: string
  readonly verdict: Verdict
  readonly at_30: AfterHalfHour | null
  readonly half_range: boolean
}

export interface ExerciseSession {
  readonly started: number
  readonly ended: number | null
  readonly t0: Chart
  readonly sets: readonly SetRecord[]
  readonly stops: readonly string[]
}

export interface SessionState {
  readonly step: Step
  readonly movement: string | null
  readonly set_number: number
  readonly half_range: boolean
  readonly outcome: SetOutcome | null
  readonly done: ExerciseSession
  readonly waits_until: number | null
  readonly awaits_re_ask: boolean
  readonly remaining: readonly string[]
  readonly t0: Reading
  readonly last: Reading
}

/** Is this verdict so strict, or stricter? */
export function atLeast(verdict: Verdict, least: Verdict): boolean {
  return VERDICTS.indexOf(verdict) >= VERDICTS.indexOf(least)
}

/** The strictest of those given, in an order that runs from mild to strict. */
export function strictest<T>(order: readonly T[], given: readonly (T | null)[]): T | undefined {
  return order.filter((one) => given.includes(one)).at(-1)
}
