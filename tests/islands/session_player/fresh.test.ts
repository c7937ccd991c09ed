// Does no session start from a page that is too old, at whatever moment Start is tapped?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stale, unknownTo } from '../../../islands/session-player/fresh.ts'
import type { Kept, NewEvent, Stage } from '../../../islands/shared/events.ts'

const PAGE = {
  day: '2026-11-22',
  made: '2026-11-22T10:00:00+01:00',
  until: '2026-11-22T10:30:00+01:00',
  open: null,
}

function ended(at: string): { events: readonly { at: string; kind: 'stopped' }[] } {
  return { events: [{ at, kind: 'stopped' }] }
}

test('a session may start while the answers before it are new', () => {
  assert.equal(stale(PAGE, null, [], new Date('2026-11-22T10:29:00+01:00')), null)
})

test('it may not once they are old, or on another day', () => {
  assert.equal(stale(PAGE, null, [], new Date('2026-11-22T10:31:00+01:00')), 'stale_screen')
  assert.equal(stale(PAGE, null, [], new Date('2026-11-23T10:10:00+01:00')), 'stale_day')
})

test('a session since then counts, and is named before old answers are', () => {
  const now = new Date('2026-11-22T11:00:00+01:00')
  assert.equal(stale(PAGE, ended('2026-11-22T10:20:00+01:00'), [], now), 'stale_session')
  assert.equal(stale(PAGE, ended('2026-11-22T09:00:00+01:00'), [], now), 'stale_screen')
})

test('none starts from the page of one that was open then', () => {
  const open = { id: 's', planned: [], affected: [], events: [] }
  const now = new Date('2026-11-22T10:05:00+01:00')
  assert.equal(stale({ ...PAGE, open }, null, [], now), 'stale_session')
})

const ASKED = Date.parse('2026-11-22T09:59:59Z')

function kept(stage: Stage, event: Partial<NewEvent>, settled?: number): Kept {
  const at = '2026-11-22T09:00:00+01:00'
  const whole = { what: 'session.event', at, session: 's', after: 's', event: {}, ...event }
  const row = { order: 1, uuid: 'a', stage, event: whole as NewEvent }
  return settled === undefined ? row : { ...row, settled }
}

const screen = (answer: object) => ({ what: 'form', path: '/check-in/QS/?kind=session', fields: answer }) as const

test('what waits is known to no page, and none starts before it is in the diary', () => {
  const stop = kept('unsent', {})
  assert.deepEqual(unknownTo('2026-11-22', [stop], ASKED), [stop])
  assert.deepEqual(unknownTo('2027-01-01', [stop], ASKED), [stop])
  const now = new Date('2026-11-22T10:05:00+01:00')
  assert.equal(stale(PAGE, null, [stop], now), 'stale_session')
})

test('what arrived while the page was on its way may be missing in it, and before that is not', () => {
  assert.equal(unknownTo('2026-11-22', [kept('sent', {}, ASKED + 1)], ASKED).length, 1)
  assert.equal(unknownTo('2026-11-22', [kept('aside', {}, ASKED + 1)], ASKED).length, 1)
  assert.equal(unknownTo('2026-11-22', [kept('sent', {}, ASKED - 1)], ASKED).length, 0)
})

test('what the diary did not take in counts on its day', () => {
  const aside = kept('aside', {}, ASKED - 1)
  assert.equal(unknownTo('2026-11-22', [aside], ASKED).length, 1)
  assert.equal(unknownTo('2026-11-23', [aside], ASKED).length, 0)
  // A start that was refused led to no set.
  const start = kept('aside', { what: 'session.start' }, ASKED - 1)
  assert.equal(unknownTo('2026-11-22', [start], ASKED).length, 0)
  assert.equal(unknownTo('2026-11-22', [kept('refused', {}, ASKED - 1)], ASKED).length, 1)
  assert.equal(unknownTo('2026-11-23', [kept('refused', {}, ASKED - 1)], ASKED).length, 0)
})

test('a sign that waits keeps a session from starting, a note and "none of these" do not', () => {
  const ticked = kept('unsent', screen({ tick: ['A1'], answer: [''] }))
  const none = kept('unsent', screen({ answer: ['none'] }))
  const note = kept('unsent', { what: 'form', path: '/diary/note/', fields: {} })
  assert.deepEqual(unknownTo('2026-11-22', [none, ticked, note], ASKED), [ticked])
})
