// Is a copy of a page that decides believed only while nothing says otherwise?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kept, NewEvent, Stage } from '../../../islands/shared/events.ts'
import { answeredSince, lastScreen } from '../../../islands/shared/answers.ts'
import { asked, drop, dropDecisions, holds, keep, MADE } from '../../../islands/worker/copies.ts'

const TODAY = '2026-11-22'

function entered(order: number, at: string, stage: Stage, more: object): Kept {
  return { order, uuid: `e${order}`, stage, event: { at, ...more } as NewEvent }
}

function form(at: string, path: string, stage: Stage = 'unsent'): Kept {
  return entered(2, at, stage, { what: 'form', path, fields: { tick: ['A1'] } })
}

function page(made: string): Response {
  const headers = { 'X-Day': TODAY, 'X-Spineward': 'here', [MADE]: String(Date.parse(made)) }
  return new Response('', { headers })
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

test('an answer that arrived after the page was asked for is not in it either', () => {
  const copy = page(`${TODAY}T12:00:00+01:00`)
  const sent = form(`${TODAY}T11:00:00+01:00`, RED_FLAG, 'sent')
  const at = (time: string) => ({ ...sent, settled: Date.parse(`${TODAY}T${time}+01:00`) })
  assert.equal(holds(copy, TODAY, [at('12:00:01')]), false)
  assert.equal(holds(copy, TODAY, [at('11:59:59')]), true)
})

test('a session goes on until an answer is given that could close it', () => {
  const later = `${TODAY}T08:10:00+01:00`
  const since = (...more: Kept[]) => answeredSince('e1', [START, ...more], later, Date.parse(later))
  assert.equal(since(), false)
  assert.equal(since(form(later, '/check-in/strength/?kind=session')), false)
  assert.equal(since(form(later, '/diary/note/')), false)
  assert.equal(since(form(later, RED_FLAG)), true)
  assert.equal(answeredSince('e1', [form(later, RED_FLAG), START], later, Date.parse(later)), false)
  // What the page was made after, the server has judged.
  assert.equal(since(form(later, RED_FLAG, 'sent')), false)
  const arrived = { ...form(later, RED_FLAG, 'sent'), settled: Date.parse(later) + 1 }
  assert.equal(since(arrived), true)
})

test('the questions before a session hold only if the diary did not turn them away', () => {
  const at = `${TODAY}T08:10:00+01:00`
  const none = (stage: Stage) =>
    entered(3, at, stage, { what: 'form', path: RED_FLAG, fields: { answer: ['none'] } })
  assert.equal(lastScreen([none('unsent')]), Date.parse(at))
  assert.equal(lastScreen([none('sent')]), Date.parse(at))
  assert.equal(lastScreen([none('aside'), none('refused')]), 0)
  assert.equal(lastScreen([form(at, RED_FLAG, 'sent')]), 0)
})

/** The copies of a browser, in memory. */
function inMemory(): Map<string, Response> {
  const kept = new Map<string, Response>()
  const copies = {
    put: async (path: string, page: Response) => void kept.set(path, page),
    keys: async () => [...kept.keys()],
    match: async (path: string) => kept.get(path),
    delete: async (path: string) => kept.delete(path),
  }
  Object.assign(globalThis, { caches: { open: async () => copies, delete: async () => kept.clear() } })
  return kept
}

function fromNetwork(): Response {
  const found = page(`${TODAY}T12:00:00+01:00`)
  return Object.defineProperty(found, 'type', { value: 'basic' })
}

test('a page that was on its way while an answer was given is not kept', async () => {
  const kept = inMemory()
  const before = asked()
  await dropDecisions()
  await keep('/', fromNetwork(), before)
  assert.equal(kept.size, 0)
  await keep('/', fromNetwork(), asked())
  assert.equal(kept.size, 1)
})

test('no page of an erased diary comes after the erasure', async () => {
  const kept = inMemory()
  const before = asked()
  await drop()
  await keep('/diary/', fromNetwork(), before)
  assert.equal(kept.size, 0)
})

test('a page counts from the moment at which it was asked for', async () => {
  const kept = inMemory()
  await keep('/', fromNetwork(), { ...asked(), at: 1_000 })
  assert.equal(kept.get('/')?.headers.get(MADE), '1000')
})

test('what a proxy or the start page of a network says is no page of ours', async () => {
  const kept = inMemory()
  const portal = Object.defineProperty(new Response('Log in'), 'type', { value: 'basic' })
  await keep('/care/', portal, asked())
  assert.equal(kept.size, 0)
})

test('after an entry the list is old, so that what was dropped comes back at once', async () => {
  const kept = inMemory()
  await keep('/outbox/pages.json', fromNetwork(), { ...asked(), at: 5_000 })
  kept.get('/outbox/pages.json')?.headers.delete('X-Day')
  await dropDecisions()
  assert.equal(kept.get('/outbox/pages.json')?.headers.get(MADE), '0')
})
