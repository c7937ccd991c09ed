// What does the engine take from the page? Zones, numbers and names; it has none of its own.

import { readTable, type Response } from './look-up.ts'
import type { CareLevel, Side } from './types.ts'

export interface Zone {
  readonly id: string
  readonly rank: number
  readonly path: 'sciatic' | 'anterior' | 'off'
  readonly sides: readonly Side[]
  readonly band: number
}

type Span = readonly [number, number]

/** What spineward/clinical/wire/world.py writes into the page. */
export interface WorldData {
  readonly zones: readonly Zone[]
  readonly limits: Readonly<Record<string, number>>
  /** The families; of an ease item a stop closes that item alone. */
  readonly movements: Readonly<Record<string, { readonly family: string }>>
  /** Lowest and highest answer, by field. */
  readonly ranges: Readonly<Record<'pain' | 'tingling' | 'numbness', Span>>
  /** From this rank on a mark belongs to a leg. */
  readonly leg_rank: number
  /** Rows that say that the leg got worse, and the one of them that says it went down. */
  readonly leg_rows: readonly number[]
  readonly moved_down: number
  /** The question that a new mark in a zone off the path opens. */
  readonly opens: Readonly<Record<string, string>>
  /** The level of each red flag. */
  readonly flags: Readonly<Record<string, CareLevel>>
  readonly rules: string
  readonly table: string
}

export interface World extends Omit<WorldData, 'zones' | 'rules' | 'table'> {
  /** By id, in the order of the body map. */
  readonly zones: ReadonlyMap<string, Zone>
  readonly response: Response
}

/** The world from the page's data. A table that cannot be used stops every session. */
export async function worldOf(data: WorldData): Promise<World> {
  const { zones, rules, table, ...more } = data
  return {
    ...more,
    zones: new Map(zones.map((zone) => [zone.id, zone])),
    response: await readTable(table, rules),
  }
}

/** The value of one limit; one that the page does not have is refused. */
export function limit(world: World, name: string): number {
  const value = world.limits[name]
  if (value === undefined) throw new RangeError(`limits: there is no limit ${name}`)
  return value
}

/** One zone; one that the body map does not have is refused. */
export function zoneOf(world: World, id: string): Zone {
  const zone = world.zones.get(id)
  if (zone === undefined) throw new RangeError(`zones: there is no zone ${id}`)
  return zone
}

/** The milliseconds of a limit in minutes. */
export function minutes(world: World, name: string): number {
  return limit(world, name) * MINUTE
}

export const MINUTE = 60_000
