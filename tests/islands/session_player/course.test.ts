// Is a session its events and nothing else, wherever they are kept?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joined } from '../../../islands/session-player/course.ts'
import type { Kept } from '../../../islands/shared/outbox.ts'

const AT = '2026-11-22T10:00:00+01:00'
const READING = { chart: [] }

function kept(uuid: string, kind: string, order: number): Kept {
  const event = { at: AT, kind }
  return {
    order,
    uuid,
    stage: 'unsent',
    event: { what: 'session.event', at: AT, session: 's', after: 's', event },
  }
}

const START: Kept = {
  order: 1,
  uuid: 's',
  stage: 'sent',
  event: { what: 'session.start', at: AT, session: 's', planned: ['M10'], reading: READING },
}

test('a session that only this browser knows begins with its start', () => {
  const found = joined([], [START, kept('a', 'set_done', 2)])
  assert.deepEqual(
    found.map((one) => [one.id, one.event.kind]),
    [
      ['s', 'started'],
      ['a', 'set_done'],
    ],
  )
})

test('what the diary has and this browser too counts once, and what is new comes after', () => {
  const stored = [
    { id: 'first', event: { at: AT, kind: 'started' as const, reading: READING } },
    { id: 'a', event: { at: AT, kind: 'set_done' as const } },
  ]
  const found = joined(stored, [START, kept('a', 'set_done', 2), kept('b', 'stopped', 3)])
  assert.deepEqual(
    found.map((one) => one.id),
    ['first', 'a', 'b'],
  )
})

test('a note that waits is no event of the session', () => {
  const note: Kept = {
    order: 3,
    uuid: 'n',
    stage: 'unsent',
    event: { what: 'form', at: AT, path: '/diary/note/', fields: { note: ['easy'] } },
  }
  assert.equal(joined([], [START, note]).length, 1)
})
