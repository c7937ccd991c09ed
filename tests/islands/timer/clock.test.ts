// Does the timer keep its time through leaving the page, and ask for a look at the skin?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Clock, momentOf, shown, type Kept } from '../../../islands/timer/clock.ts'

const MINUTE = 60_000
const BEGAN = Date.UTC(2026, 10, 22, 8)

function store(): Kept {
  const rows = new Map<string, string>()
  return {
    getItem: (key) => rows.get(key) ?? null,
    setItem: (key, value) => void rows.set(key, value),
    removeItem: (key) => void rows.delete(key),
  }
}

function begun(kept: Kept): Clock {
  const clock = new Clock('heat', 15, 5, kept)
  clock.begin(BEGAN)
  return clock
}

test('it waits until it is started', () => {
  const clock = new Clock('ice', 10, 5, store())
  assert.equal(momentOf(clock, BEGAN), 'ready')
  assert.equal(shown(clock.left(BEGAN)), '10:00')
})

test('it asks for the skin after its minutes and ends after all of them', () => {
  const clock = begun(store())
  assert.equal(momentOf(clock, BEGAN + 5 * MINUTE - 1), 'runs')
  assert.equal(momentOf(clock, BEGAN + 5 * MINUTE), 'skin')
  assert.equal(momentOf(clock, BEGAN + 15 * MINUTE - 1), 'skin')
  assert.equal(momentOf(clock, BEGAN + 15 * MINUTE), 'over')
})

test('a page that is opened again goes on where it was', () => {
  const kept = store()
  begun(kept)
  const again = new Clock('heat', 15, 5, kept)
  assert.equal(shown(again.left(BEGAN + 5.5 * MINUTE)), '9:30')
  assert.equal(momentOf(again, BEGAN + 60 * MINUTE), 'over')
})

test('heat does not start ice', () => {
  const kept = store()
  begun(kept)
  assert.equal(momentOf(new Clock('ice', 10, 5, kept), BEGAN), 'ready')
})

test('a clock that was set back ends it', () => {
  assert.equal(momentOf(begun(store()), BEGAN - MINUTE), 'over')
})

test('stopped is stopped', () => {
  const clock = begun(store())
  clock.end()
  assert.equal(momentOf(clock, BEGAN + MINUTE), 'ready')
})

test('a page without its minutes is refused', () => {
  assert.throws(() => new Clock('heat', NaN, 5, store()), /no minutes/)
})
