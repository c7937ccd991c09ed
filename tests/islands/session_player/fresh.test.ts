// Does no session start from a page that is too old, at whatever moment Start is tapped?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stale } from '../../../islands/session-player/fresh.ts'

const PAGE = {
  day: '2026-11-22',
  made: '2026-11-22T10:00:00+01:00',
  until: '2026-11-22T10:30:00+01:00',
}

function ended(at: string): { events: readonly { at: string; kind: 'stopped' }[] } {
  return { events: [{ at, kind: 'stopped' }] }
}

test('a session may start while the answers before it are new', () => {
  assert.equal(stale(PAGE, null, new Date('2026-11-22T10:29:00+01:00')), null)
})

test('it may not once they are old, or on another day', () => {
  assert.equal(stale(PAGE, null, new Date('2026-11-22T10:31:00+01:00')), 'stale_screen')
  assert.equal(stale(PAGE, null, new Date('2026-11-23T10:10:00+01:00')), 'stale_day')
})

test('a session since then counts, and is named before old answers are', () => {
  const now = new Date('2026-11-22T11:00:00+01:00')
  assert.equal(stale(PAGE, ended('2026-11-22T10:20:00+01:00'), now), 'stale_session')
  assert.equal(stale(PAGE, ended('2026-11-22T09:00:00+01:00'), now), 'stale_screen')
})
