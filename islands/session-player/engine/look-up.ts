// What does a set mean, by the response file alone? What is amiss in any way stops the session.
// The same as spineward/clinical/wire/reading.py; the format: docs/decisions/0021.

import { sorted, worst } from './join.ts'
import type { Labels, Told } from './measured.ts'
import { decode, own, WireError, type WireTable } from './wire.ts'
import {
  AT_30,
  atLeast,
  GATES,
  LEVELS,
  VERDICTS,
  type Part,
  type SetOutcome,
} from './types.ts'

const PARTS: readonly Part[] = ['left', 'right', 'back']
const ASKED_FOR_HELP: readonly (readonly [string, Part])[] = [
  ['help', 'left'],
  ['part', 'left'],
  ['part', 'right'],
  ['part', 'back'],
]
const DERIVED = ['found', 'stopped_by_rows_5_to_7']
const ROWS_5_TO_7 = ['row 5', 'row 6', 'row 7']

/** What a set means when its answer cannot be looked up. */
export const STOPPED: SetOutcome = {
  label: 'NOT_ASSESSED',
  verdict: 'STOP_SESSION',
  row: 0,
  fired: [],
  level: 'SELF_CARE',
  gate: 'EASE_ONLY',
  asks: [],
  re_ask_minutes: null,
  at_30: null,
}

/** What the page asks about each set. It always has an answer. */
export interface Response {
  /** Why nothing can be looked up; null when all is well. */
  readonly fault: string | null
  outcome(told: Told): SetOutcome
}

/** A response file, ready to be asked; one that cannot be used stops whatever it is asked about. */
export async function readTable(text: string, rules: string): Promise<Response> {
  try {
    const { outcomes, tables } = await decode(text, rules)
    return new Tables(outcomes, tables)
  } catch (wrong) {
    const fault = String(wrong)
    return { fault, outcome: () => ({ ...STOPPED, fault }) }
  }
}

/** What a set means, by the file alone. */
export async function lookUp(text: string, rules: string, told: Told): Promise<SetOutcome> {
  return (await readTable(text, rules)).outcome(told)
}

/** One outcome of the file; what a session stop leaves open it inherits from the rows. */
export function outcomeFrom(packed: unknown, inherits: SetOutcome | null = null): SetOutcome {
  const gate = own(packed, 'gate')
  const again = own(packed, 'again')
  const at30 = own(packed, 'at_30')
  return {
    label: inherits ? inherits.label : text(own(packed, 'label')),
    verdict: one(VERDICTS, own(packed, 'verdict')),
    row: inherits ? inherits.row : number(own(packed, 'row')),
    fired: names(own(packed, 'fired')),
    level: one(LEVELS, own(packed, 'level') ?? 'SELF_CARE'),
    gate: gate === undefined ? null : one(GATES, gate),
    asks: names(own(packed, 'asks')),
    re_ask_minutes: again === undefined ? null : number(again),
    at_30: at30 === undefined ? null : one(AT_30, at30),
  }
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new WireError(`${String(value)} is no text`)
  return value
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new WireError(`${String(value)} is no number`)
  return value
}

function names(value: unknown): readonly string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new WireError(`${String(value)} are no names`)
  return value.map(text)
}

function one<T extends string>(known: readonly T[], value: unknown): T {
  const found = known.find((name) => name === value)
  if (found === undefined) throw new WireError(`${String(value)} is not known`)
  return found
}

/** A response file that was read and found whole. */
export class Tables implements Response {
  readonly fault = null
  private readonly outcomes: readonly unknown[]
  private readonly tables: ReadonlyMap<string, WireTable>
  private readonly axes: ReadonlyMap<string, readonly string[]>

  constructor(outcomes: readonly unknown[], tables: ReadonlyMap<string, WireTable>) {
    this.outcomes = outcomes
    this.tables = tables
    const axes = [...tables.values()].flatMap((table) => table.axes)
    this.axes = new Map(axes.filter(([name]) => !DERIVED.includes(name)))
  }

  /** What a table says: an outcome as it is packed, a word, or null. */
  at(name: string, told: Labels): unknown {
    const table = this.tables.get(name)
    if (table === undefined) throw new WireError(`${name}: there is no such table`)
    let place = 0
    for (const [axis, labels] of table.axes) {
      const at = labels.indexOf(told[axis] ?? '')
      if (at < 0) throw new WireError(`${axis}: ${String(told[axis])} is not known`)
      place = place * labels.length + at
    }
    const found = this.outcomes[table.codes[place] ?? -1]
    if (found === undefined) throw new WireError(`${name}: case ${place} has no outcome`)
    return found
  }

  /** What a set means, by its signs. */
  outcome(told: Told): SetOutcome {
    try {
      this.check(told)
      return this.withStops(told)
    } catch (wrong) {
      return { ...this.stopped(told), fault: String(wrong) }
    }
  }

  /** Throws when any sign, looked up or not, has a value that no table knows. */
  private check(told: Told): void {
    for (const part of PARTS) {
      const seen: Labels = { ...told.whole, ...told.parts[part] }
      for (const [name, labels] of this.axes) {
        if (!labels.includes(seen[name] ?? '')) {
          throw new WireError(`${part}, ${name}: ${String(seen[name])} is not known`)
        }
      }
    }
  }

  private withStops(told: Told): SetOutcome {
    const found = this.rows(told)
    const stopped =
      atLeast(found.verdict, 'STOP_MOVEMENT') &&
      ROWS_5_TO_7.some((row) => found.fired.includes(row))
    const seen = { ...told.whole, stopped_by_rows_5_to_7: stopped ? 'yes' : 'no' }
    const stop = this.at('stops', seen)
    return stop === null ? found : worst([found, outcomeFrom(stop, found)])
  }

  /** What the rows come to, before the session stops are read. */
  private rows({ whole, parts, read }: Told): SetOutcome {
    const of = (part: Part): Labels => ({ ...whole, ...parts[part] })
    const help = this.at('help', whole)
    const each = [help, ...PARTS.map((part) => this.at('part', of(part)))]
    let matched = each.filter((packed) => packed !== null).map((packed) => outcomeFrom(packed))
    if (help !== null) matched = matched.filter((one) => one.verdict === 'STOP_AND_ESCALATE')
    const found = matched.length ? worst(matched) : null
    const follows = this.at('flow', { ...whole, found: found ? found.verdict : 'nothing' })
    if (follows === 'stands' && found) return found
    if (follows === 'ends' && found) {
      return { ...found, verdict: 'STOP_SESSION', gate: 'EASE_ONLY', re_ask_minutes: null }
    }
    if (follows !== 'change') return worst([outcomeFrom(follows), ...matched])
    const back = this.at('back', parts.back)
    if (back !== null) return outcomeFrom(back)
    return worst(read.map((part) => outcomeFrom(this.at('change', of(part)))))
  }

  /** A set with a sign that no table knows: it stops, and what calls for help still does. */
  private stopped(told: Told): SetOutcome {
    const found = ASKED_FOR_HELP.flatMap(([table, part]) => {
      try {
        const packed = this.at(table, { ...told.whole, ...told.parts[part] })
        return packed === null ? [] : [outcomeFrom(packed)]
      } catch {
        return []
      }
    })
    const stricter = found.filter((one) => one.verdict === 'STOP_AND_ESCALATE')
    return worst([STOPPED, ...stricter])
  }
}

/** The same outcome with these names added. */
export function withNames(
  found: SetOutcome,
  fired: readonly string[],
  asks: readonly string[],
): SetOutcome {
  if (!fired.length && !asks.length) return found
  return {
    ...found,
    fired: sorted([...found.fired, ...fired]),
    asks: sorted([...found.asks, ...asks]),
  }
}
