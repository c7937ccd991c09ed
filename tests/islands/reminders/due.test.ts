// Is the right reminder shown at the right minute, and never a heap of old ones?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { due, LATE_MS, type Reminder, wait } from '../../../islands/reminders/due.ts'

const NONE: ReadonlySet<string> = new Set()

function reminder(id: string, at: string, fresh = true): Reminder {
  return { id, at: `2026-11-20T${at}`, title: id, text: id, fresh }
}

function time(at: string): number {
  return new Date(`2026-11-20T${at}`).getTime()
}

const NINE = reminder('nine', '09:00')
const BREAK = reminder('break', '09:00', false)
const TEN = reminder('ten', '10:00')

test('a reminder is due from its minute on', () => {
  assert.equal(due([NINE], time('08:59:59'), NONE), undefined)
  assert.equal(due([NINE], time('09:00'), NONE), NINE)
})

test('a reminder that was missed for long is not made up for', () => {
  assert.equal(due([NINE], time('09:00') + LATE_MS - 1, NONE), NINE)
  assert.equal(due([NINE], time('09:00') + LATE_MS, NONE), undefined)
})

test('a reminder that was seen is not shown again', () => {
  assert.equal(due([NINE], time('09:01'), new Set(['nine'])), undefined)
})

test('of two at once the one that leads to a check-in is shown, and no second after it', () => {
  assert.equal(due([BREAK, NINE], time('09:00'), NONE), NINE)
  assert.equal(due([BREAK, NINE], time('09:01'), new Set(['nine'])), undefined)
})

test('the next look is at the next reminder, and within an hour in any case', () => {
  assert.equal(wait([NINE, TEN], time('09:30')), 30 * 60_000)
  assert.equal(wait([NINE, TEN], time('08:59')), 60_000)
  assert.equal(wait([TEN], time('05:00')), 60 * 60_000)
  assert.equal(wait([], time('05:00')), 60 * 60_000)
})
