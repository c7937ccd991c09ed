// Does what waits reach the diary once, in order, whatever the server and the network do?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId, stamp, type Kept, type NewEvent, type Stage } from '../../../islands/shared/events.ts'
import { sendAll, type Answer, type Waiting } from '../../../islands/shared/sender.ts'

const KEPT: Answer = { status: 201, body: { kept: 'diary' } }

/** A store in memory, with one event per name; `s2` is of session s, `n1` is a note. */
class Shelf implements Waiting {
  readonly kept: Kept[]

  constructor(...names: string[]) {
    this.kept = names.map((uuid, order) => ({ order, uuid, event: event(uuid), stage: 'unsent' }))
  }

  async at(stage: Stage): Promise<Kept[]> {
    return this.kept.filter((one) => one.stage === stage)
  }

  async byId(uuid: string): Promise<Kept | undefined> {
    return this.kept.find((one) => one.uuid === uuid)
  }

  async settle(uuid: string, stage: Stage, why?: string): Promise<void> {
    const place = this.kept.findIndex((one) => one.uuid === uuid)
    this.kept[place] = { ...this.kept[place]!, stage, ...(why === undefined ? {} : { why }) }
  }

  get stages(): string {
    return this.kept.map(({ uuid, stage }) => `${uuid} ${stage}`).join(', ')
  }
}

function event(name: string): NewEvent {
  if (name.startsWith('n')) return { what: 'form', at: '', path: '/diary/note/', fields: {} }
  return { what: 'session.event', at: '', session: name[0]!, after: '', event: {} }
}

const none = () => undefined

test('what waits is sent in its order, and each once', async () => {
  const shelf = new Shelf('s1', 'n1', 's2')
  const sent: string[] = []
  const outcome = await sendAll(shelf, async ({ uuid }) => (sent.push(uuid), KEPT), none)
  assert.equal(outcome, 'all')
  assert.deepEqual(sent, ['s1', 'n1', 's2'])
  assert.equal(shelf.stages, 's1 sent, n1 sent, s2 sent')
})

test('without an answer all that is left waits', async () => {
  const shelf = new Shelf('s1', 's2')
  const put = async ({ uuid }: Kept) => {
    if (uuid === 's2') throw new TypeError('no network')
    return KEPT
  }
  assert.equal(await sendAll(shelf, put, none), 'later')
  assert.equal(shelf.stages, 's1 sent, s2 unsent')
})

for (const answer of [
  { status: 500, body: {} },
  { status: 503, body: { why: 'full' } },
  { status: 403, body: {} },
  { status: 200, body: {} },
  { status: 202, body: { kept: 'somewhere' } },
  { status: 400, body: {} },
  { status: 409, body: {} },
]) {
  test(`an answer that is not ours (${JSON.stringify(answer)}) settles nothing`, async () => {
    const shelf = new Shelf('s1')
    assert.equal(await sendAll(shelf, async () => answer, none), 'later')
    assert.equal(shelf.stages, 's1 unsent')
  })
}

test('what the diary refuses is aside with its reason, and the rest goes on', async () => {
  const shelf = new Shelf('n1', 'n2')
  const aside: Answer = { status: 202, body: { kept: 'aside', why: 'no such page' } }
  await sendAll(shelf, async ({ uuid }) => (uuid === 'n1' ? aside : KEPT), none)
  assert.equal(shelf.stages, 'n1 aside, n2 sent')
  assert.equal(shelf.kept[0]!.why, 'no such page')
})

test('an event that waits for one that is nowhere holds its session, and no other', async () => {
  const shelf = new Shelf('s1', 's2', 't1', 'n1')
  const put = async ({ uuid }: Kept): Promise<Answer> =>
    uuid[0] === 's' ? { status: 409, body: { wait: 'gone' } } : KEPT
  assert.equal(await sendAll(shelf, put, none), 'held')
  assert.equal(shelf.stages, 's1 unsent, s2 unsent, t1 sent, n1 sent')
})

test('a diary that went back to an older copy gets again what it lost', async () => {
  const shelf = new Shelf('s1', 's2')
  await shelf.settle('s1', 'sent')
  const known = new Set<string>()
  const put = async ({ uuid }: Kept): Promise<Answer> => {
    if (uuid === 's2' && !known.has('s1')) return { status: 409, body: { wait: 's1' } }
    known.add(uuid)
    return KEPT
  }
  assert.equal(await sendAll(shelf, put, none), 'all')
  assert.deepEqual([...known], ['s1', 's2'])
})

test('what follows an event that cannot be read is kept with it', async () => {
  const shelf = new Shelf('s1', 's2')
  const put = async ({ uuid }: Kept): Promise<Answer> =>
    uuid === 's1' ? { status: 400, body: { why: 'at' } } : { status: 409, body: { wait: 's1' } }
  assert.equal(await sendAll(shelf, put, none), 'all')
  assert.equal(shelf.stages, 's1 refused, s2 refused')
})

test('ids are random and of version 4; moments carry the offset of the clock', () => {
  const ids = new Set(Array.from({ length: 1000 }, newId))
  assert.equal(ids.size, 1000)
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const moment = new Date(1_790_000_000_123)
  assert.match(stamp(moment), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.123[+-]\d\d:\d\d$/)
  assert.equal(Date.parse(stamp(moment)), moment.getTime())
})
