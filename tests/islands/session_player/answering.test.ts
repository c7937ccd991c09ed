// Is each answer on record once, and is none passed over while another tap is worked on?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer } from '../../../islands/session-player/answering.ts'
import type { What } from '../../../islands/session-player/course.ts'
import type { SessionPlayer } from '../../../islands/session-player/player.ts'
import type { NewEvent } from '../../../islands/shared/outbox.ts'

const STRENGTH = {
  'lowest.now.right': '1',
  new: ['weakness'],
  weakness: 'not_sure',
  'strength.heel.left': 'strong',
  'strength.heel.right': 'strong',
}
const TOILET = { 'lowest.now.right': '1', new: ['toilet'] }

const RANGES = { pain: [0, 10], tingling: [0, 3], numbness: [0, 3] }
const SIDES = ['left', 'right', 'middle']
const PATHS = ['sciatic', 'sciatic', 'sciatic', 'anterior']
const ZONES = new Map(
  PATHS.map((path, n) => [`z${n}`, { id: `z${n}`, rank: n + 1, path, sides: SIDES, band: 1 }]),
)

/** A player after a set: what it records, and whether it is at work on another tap. */
class Fake {
  answers: object
  events: What[] = []
  forms: NewEvent[] = []
  busy = false
  alarmed = false
  asking = false
  state = { step: 'after_set' }
  base = { chart: [] }
  world = { zones: ZONES, leg_rank: 3, opens: {}, ranges: RANGES, limits: {} }
  pacer = null
  notes = []
  places = { keep() {}, forget() {} }
  known = {
    legs: ['right'],
    new: { toilet: ['A1'], symptoms: [], ticks: [] },
    strength: { tests: [{ name: 'heel', answers: [] }], new: [], tested: [] },
  }
  outbox = { add: async (form: NewEvent) => void this.forms.push(form) }
  course = { events: this.events, add: async (event: What) => void this.events.push(event) }

  constructor(answers: object) {
    this.answers = answers
  }

  async once(work: (seen: Promise<void>) => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    await work(Promise.resolve()).finally(() => (this.busy = false))
  }

  act(...events: What[]): Promise<void> {
    return this.once(async () => {
      for (const event of events) await this.course.add(event)
      this.moved()
    })
  }

  moved(): void {
    this.answers = {}
    this.alarmed = this.asking = false
  }
}

function tap(fake: Fake, key: string, value: string): Promise<void> {
  return answer(fake as unknown as SessionPlayer, key, value)
}

test('a strength check is kept once, also when the last answer is tapped twice', async () => {
  const fake = new Fake(STRENGTH)
  await Promise.all([tap(fake, 'check', 'yes'), tap(fake, 'check', 'yes')])
  assert.equal(fake.forms.length, 1)
  assert.deepEqual(fake.events.map((one) => one.kind), ['reading'])
})

test('a sign told behind another tap is told again, and no reading goes before it', async () => {
  const fake = new Fake(TOILET)
  fake.busy = true
  await tap(fake, 'A1', 'yes')
  assert.deepEqual(fake.events, [])
  fake.busy = false
  await tap(fake, 'check', 'yes')
  assert.equal(fake.events[0]?.kind, 'symptoms')
  assert.deepEqual(fake.events[0]?.red_flags, ['A1'])
})

test('a sign is on record once, whatever is asked after it', async () => {
  const fake = new Fake({ ...TOILET, new: ['toilet', 'back'] })
  await tap(fake, 'A1', 'not_sure')
  await tap(fake, 'back_pain', '3')
  assert.deepEqual(fake.events.map((one) => one.kind), ['symptoms'])
})
