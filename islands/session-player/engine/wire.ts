// Is the response file the one that was written, of the rules that hold? And which tables has it?

const FORM = 'spineward response 1'

/** A response file that cannot be used, or an answer that it does not know. */
export class WireError extends Error {}

export type Axis = readonly [string, readonly string[]]

/** One table: its axes, and the place of each case's outcome, the last axis fastest. */
export interface WireTable {
  readonly axes: readonly Axis[]
  readonly codes: readonly number[]
}

interface Decoded {
  readonly outcomes: readonly unknown[]
  readonly tables: ReadonlyMap<string, WireTable>
}

/** What an object of the file holds under a name; throws when it is no object. */
export function own(held: unknown, name: string): unknown {
  if (typeof held !== 'object' || held === null || Array.isArray(held)) {
    throw new WireError(`${name}: asked of ${typeof held}`)
  }
  return Object.hasOwn(held, name) ? (held as Record<string, unknown>)[name] : undefined
}

/** A file, read. Throws when it is another format, other rules, or not whole. */
export async function decode(text: string, rules: string): Promise<Decoded> {
  const head: unknown = JSON.parse(text)
  const [format, version, digest, packed] = ['format', 'version', 'sha256', 'body'].map((name) =>
    own(head, name),
  )
  if (format !== FORM) throw new WireError(`format: ${String(format)} is not known`)
  if (version !== rules) throw new WireError(`version: ${String(version)} is stale`)
  if (typeof packed !== 'string') throw new WireError('body: it is no text')
  if ((await sha256(packed)) !== digest) {
    throw new WireError('sha256: the body is not the one that was written')
  }
  const body: unknown = JSON.parse(packed)
  const tables = Object.entries(Object(own(body, 'tables')))
  return {
    outcomes: list(own(body, 'outcomes')),
    tables: new Map(tables.map(([name, table]) => [name, tableOf(table)])),
  }
}

async function sha256(body: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new WireError(`${typeof value}: it is no list`)
  return value
}

function tableOf(packed: unknown): WireTable {
  const axes = list(own(packed, 'axes')).map((axis): Axis => {
    const [name, labels] = list(axis)
    return [String(name), list(labels).map(String)]
  })
  const runs = list(own(packed, 'runs')).map(Number)
  if (runs.length % 2) throw new WireError('runs: a count without a place')
  const codes: number[] = []
  for (let at = 0; at < runs.length; at += 2) {
    for (let left = runs[at] ?? 0; left > 0; left -= 1) codes.push(runs[at + 1] ?? -1)
  }
  return { axes, codes }
}
