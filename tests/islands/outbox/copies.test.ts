// Is a copy of a page that decides believed only while nothing says otherwise?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kept, NewEvent, Stage } from '../../../islands/shared/events.ts'
import { holds, MADE, underWay } from '../../../islands/worker/copies.ts'

const TODAY = '2026-11-22'

function entered(order: number, at: string, stage: Stage, more: object): Kept {
  return { order, uuid: `e${order}`, stage, event: { at, ...more } as NewEvent }
}

function form(at: string, path: string, stage: Stage = 'unsent'): Kept {
  return entered(2, at, stage, { what: 'form', path, fields: { tick: ['A1'] } })
}

function page(made: string): Response {
  return new Response('', { headers: { 'X-Day': TODAY, [MADE]: String(Date.parse(made)) } })
}

const START = entered(1, `${TODAY}T08:00:00+01:00`, 'sent', { what: 'session.start' })
const RED_FLAG = '/check-in/QS/?kind=session'

test('an answer that came after the page is not in it', () => {
  const copy = page(`${TODAY}T12:00:00+01:00`)
  assert.equal(holds(copy, TODAY, []), true)
  assert.equal(holds(copy, TODAY, [form(`${TODAY}T11:00:00+01:00`, RED_FLAG, 'sent')]), true)
  assert.equal(holds(copy, TODAY, [form(`${TODAY}T12:05:00+01:00`, RED_FLAG, 'sent')]), false)
})

test('an answer that waits is in no page, also when the clock was set back before it', () => {
  const copy = page(`${TODAY}T12:00:00+01:00`)
  assert.equal(holds(copy, TODAY, [form(`${TODAY}T11:05:00+01:00`, RED_FLAG)]), false)
})

test('a session of today goes on until an answer is given that could close it', () => {
  const later = `${TODAY}T08:10:00+01:00`
  assert.equal(underWay([START], TODAY), true)
  assert.equal(underWay([START, form(later, '/check-in/strength/?kind=session')], TODAY), true)
  assert.equal(underWay([START, form(later, '/diary/note/')], TODAY), true)
  assert.equal(underWay([START, form(later, RED_FLAG)], TODAY), false)
  assert.equal(underWay([START], '2026-11-23'), false)
})
