// Does the engine in the page follow a session as a reader would? A few sessions, told in minutes.
// The world comes on standard input: `python -m pytest tests/islands` gives it.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readingAfter } from '../../islands/session-player/engine/after-set.ts'
import { stateOf } from '../../islands/session-player/engine/replay.ts'
import type { Mark, Point, SessionEvent } from '../../islands/session-player/engine/types.ts'
import { worldOf } from '../../islands/session-player/engine/world.ts'

const world = await worldOf(JSON.parse(readFileSync(0, 'utf8')))
const START = Date.parse('2026-11-20T09:00:00Z')
const minute = (count: number): number => START + count * 60_000

/** A session of three movements, told line by line. */
class Told {
  events: SessionEvent[]

  constructor(...chart: Mark[]) {
    this.events = [{ at: new Date(START).toISOString(), kind: 'started', reading: { chart } }]
  }

  at(when: number, kind: SessionEvent['kind'], more: Partial<SessionEvent> = {}): this {
    this.events.push({ at: new Date(minute(when)).toISOString(), kind, ...more })
    return this
  }

  says(when: number, point: Point, ...chart: Mark[]): this {
    return this.at(when, 'reading', { point, reading: { chart } })
  }

  now(when: number) {
    return stateOf(this.events, ['M11', 'M20', 'M30a'], ['right'], minute(when), world)
  }
}

const mark = (zone: string, pain: number): Mark => ({ zone, side: 'right', pain })
const thigh = mark('thigh_back_upper', 4)
const calf = mark('calf_upper', 4)
const buttock = mark('buttock', 4)

test('a set is done, read at once, read upright, and then judged', () => {
  const told = new Told(thigh)
  assert.equal(told.now(0).movement, 'M11')
  assert.equal(told.at(2, 'set_done').now(2).step, 'after_set')

  const upright = told.says(3, 't1', buttock).now(3)
  assert.equal(upright.step, 'upright')
  assert.equal(upright.waits_until, minute(5))

  const judged = told.says(5, 't2', buttock).now(5)
  assert.equal(judged.step, 'verdict')
  assert.equal(judged.outcome?.label, 'CENTRALIZING')
  assert.equal(told.at(6, 'continued').now(6).movement, 'M20')
})

test('pain that went down the leg stops the movement at once', () => {
  const state = new Told(thigh).at(2, 'set_done').says(3, 't1', calf).now(3)
  assert.equal(state.step, 'settle')
  assert.equal(state.outcome?.label, 'PERIPHERALIZED')
  assert.equal(state.waits_until, minute(13))
})

test('numbness in the saddle ends the session and calls for help, whenever it is told', () => {
  const state = new Told(thigh).at(1, 'symptoms', { red_flags: ['A3'] }).now(1)
  assert.equal(state.step, 'finished')
  assert.equal(state.outcome?.verdict, 'STOP_AND_ESCALATE')
  assert.equal(state.outcome?.level, 'EMERGENCY')
})

test('stopping always works and needs no reason', () => {
  const state = new Told(thigh).at(1, 'stopped').now(1)
  assert.equal(state.step, 'finished')
  assert.deepEqual(state.done.stops, ['SS5'])
  assert.deepEqual(state.done.sets, [])
})

test('a set that no one answers for half an hour ends the session', () => {
  const told = new Told(thigh).at(2, 'set_done')
  assert.equal(told.now(31).step, 'after_set')
  assert.equal(told.now(32).step, 'finished')
})

test('the same moment in another time zone is the same moment', () => {
  const told = new Told(thigh)
  told.events.push({ at: '2026-11-20T14:32:00+05:30', kind: 'set_done' })
  assert.equal(told.now(3).step, 'after_set')
  assert.equal(told.says(3, 't1', thigh).now(3).waits_until, minute(5))
})

test('a short answer moves the pain to its new lowest point', () => {
  const t0 = { chart: [thigh, { ...calf, pain: 6 }] }
  const now = readingAfter(t0, { lowest: { right: 4 }, leg_pain: { right: 3 } }, world)
  assert.deepEqual(now.chart, [{ ...thigh, pain: 3 }])
  assert.throws(() => readingAfter(t0, { lowest: { right: 11 } }, world), /lowest.right: 11/)
})
