// What does the engine in the page say? Reads one question a line, and answers each with a line.

import { readFileSync } from 'node:fs'
import { readingAfter } from '../../islands/session-player/engine/after-set.ts'
import { lookUp, outcomeFrom, STOPPED, Tables } from '../../islands/session-player/engine/look-up.ts'
import { signsOf } from '../../islands/session-player/engine/measured.ts'
import { readSet } from '../../islands/session-player/engine/open-set.ts'
import { stateOf } from '../../islands/session-player/engine/replay.ts'
import { SetCase } from '../../islands/session-player/engine/set-case.ts'
import { decode } from '../../islands/session-player/engine/wire.ts'
import { worldOf, type WorldData } from '../../islands/session-player/engine/world.ts'

const [first = '', ...lines] = readFileSync(0, 'utf8').trimEnd().split('\n')
const data: WorldData = JSON.parse(first)
const world = await worldOf(data)
const { outcomes, tables: packed } = await decode(data.table, data.rules)
const tables = new Tables(outcomes, packed)

/** Every case of a table, the last axis fastest: as it is packed, and as an outcome. */
function rows(name: string, axes: [string, string[]][]): unknown[] {
  let cases: Record<string, string>[] = [{}]
  for (const [axis, labels] of axes) {
    cases = cases.flatMap((told) => labels.map((label) => ({ ...told, [axis]: label })))
  }
  return cases.map((told) => {
    const found = tables.at(name, told)
    const inherits = name === 'stops' ? STOPPED : null
    return typeof found === 'object' && found ? outcomeFrom(found, inherits) : found
  })
}

async function answer(asked: any): Promise<unknown> {
  switch (asked.ask) {
    case 'rows':
      return rows(asked.name, asked.axes)
    case 'set': {
      const signs = signsOf(new SetCase(asked.readings, asked.context, world))
      return [signs, readSet(asked.readings, asked.context, world)]
    }
    case 'session':
      return asked.times.map(([count, now]: [number, number]) =>
        stateOf(asked.events.slice(0, count), asked.planned, asked.affected, now, world),
      )
    case 'faulty session': {
      const faulty = await worldOf({ ...data, ...asked.world })
      return stateOf(asked.events, asked.planned, asked.affected, asked.now, faulty)
    }
    case 'after':
      return readingAfter(asked.t0, asked.answers, world)
    case 'look up':
      return lookUp(asked.text, asked.rules, asked.told)
  }
  throw new Error(`${asked.ask}: no such question`)
}

async function guarded(line: string): Promise<unknown> {
  try {
    return await answer(JSON.parse(line))
  } catch (wrong) {
    return { refused: String(wrong) }
  }
}

const answers: string[] = []
for (const line of lines) answers.push(JSON.stringify(await guarded(line)))
process.stdout.write(`${answers.join('\n')}\n`)
