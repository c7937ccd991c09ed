// Is a session its events and nothing else, wherever they are kept?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Course, joined, resume, type Keeping } from '../../../islands/session-player/course.ts'
import type { World } from '../../../islands/session-player/engine/world.ts'
import type { Kept, NewEvent } from '../../../islands/shared/outbox.ts'

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

/** An outbox to which another tab has added a step after the start. */
class WithAnotherTab implements Keeping {
  readonly rows: Kept[] = [START, kept('other', 'set_done', 2)]

  async add(event: NewEvent): Promise<Kept> {
    const after = event.what === 'session.event' ? event.after : ''
    if (after !== 'other') throw Object.assign(new Error(after), { name: 'Behind' })
    const row: Kept = { order: 3, uuid: 'stop', stage: 'unsent', event }
    this.rows.push(row)
    return row
  }

  async ofSession(): Promise<Kept[]> {
    return this.rows
  }

  async remember(): Promise<void> {}

  async recall(): Promise<unknown> {
    return undefined
  }
}

function inThisTab(keeping: Keeping): Course {
  const started = joined([], [START])
  const last = { id: 's', planned: ['M10'], affected: [] }
  return new Course(last, started, keeping, {} as World, () => AT)
}

test('stop in the slower of two tabs comes after what the other one did', async () => {
  const keeping = new WithAnotherTab()
  const course = inThisTab(keeping)
  await assert.rejects(course.add({ kind: 'continued' }), { name: 'Behind' })
  await course.stop()
  assert.deepEqual(
    course.events.map((one) => one.kind),
    ['started', 'set_done', 'stopped'],
  )
})

test('a session whose start the diary put aside is refused', async () => {
  const keeping = new WithAnotherTab()
  assert.equal(await inThisTab(keeping).refused(), false)
  keeping.rows[0] = { ...START, stage: 'aside' }
  assert.equal(await inThisTab(keeping).refused(), true)
})

/** An outbox in which a session waits that was begun for this diary. */
class Waiting extends WithAnotherTab {
  override async recall(): Promise<unknown> {
    return { id: 's', diary: 'own', planned: ['M10'], affected: [] }
  }
}

test('a session that only this browser knows goes on in its own diary, and in no other', async () => {
  const page = { open: null, made: AT }
  const found = (diary: string) => resume({ ...page, diary }, new Waiting(), {} as World, () => AT)
  assert.equal((await found('own'))?.id, 's')
  assert.equal(await found('another'), null)
})
