// Is a whole set told in time and one cue after the other? Every movement of the page, with a
// slow voice, runs through the queue on a clock that is told.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CueQueue } from '../../../islands/session-player/cues.ts'
import { Words } from '../../../islands/session-player/data.ts'
import { caption, cuesOf } from '../../../islands/session-player/pacer.ts'
import { pace, type Dose, type Pose } from '../../../islands/session-player/pacing.ts'
import { Ear, overlaps } from './ear.ts'

const WORDS = new Words({
  'pace.common.hold': 'Hold',
  'pace.common.back': 'Let go slowly',
  'pace.common.start': 'And rest',
  'pace.common.rest': 'Rest, and breathe slowly',
  'pace.M30b.straighten': 'Straighten, toes up',
  'pace.M30b.release': 'Bend, toes away',
  'pace.M40.cross': 'Cross the ankle',
  'pace.M40.draw_in': 'Draw in',
  'player.last_one': 'Last one',
  'player.halfway': 'Halfway',
  'player.one_minute': 'One minute left',
})
const SETS: readonly (readonly [string, Pose[], Dose])[] = [
  [
    'M30b',
    [
      { name: 'start', seconds: 3, hold: 1 },
      { name: 'straighten', seconds: 3, hold: 2 },
      { name: 'release', seconds: 3, hold: 0 },
    ],
    { reps: 10, holds: false, hold: 1, minutes: null, each: [3, 3] },
  ],
  [
    'M40',
    [
      { name: 'start', seconds: 4, hold: 1 },
      { name: 'cross', seconds: 4, hold: 1 },
      { name: 'draw_in', seconds: 4, hold: 15 },
    ],
    { reps: 2, holds: true, hold: 15, minutes: null, each: null },
  ],
  [
    'M01',
    [
      { name: 'start', seconds: 4, hold: 4 },
      { name: 'breathe', seconds: 4, hold: 2 },
    ],
    { reps: null, holds: false, hold: null, minutes: 10, each: null },
  ],
]

function hear(id: string, poses: Pose[], dose: Dose, voice: boolean): Ear {
  const plan = pace(poses, dose)
  const ear = new Ear()
  const queue = new CueQueue(ear, { voice, sound: true, buzz: true })
  for (const { second, ...cue } of cuesOf(plan, id, WORDS)) queue.add({ ...cue, at: second * 1000 })
  for (let now = 0; now <= plan.seconds * 1000; now += 16) {
    ear.pass(now)
    queue.tick(now)
  }
  return ear
}

for (const [id, poses, dose] of SETS) {
  test(`no two cues of ${id} overlap, with a voice or without`, () => {
    for (const voice of [true, false]) {
      const { heard } = hear(id, poses, dose, voice)
      assert.ok(heard.length > 2)
      assert.deepEqual(overlaps(heard), [])
    }
  })
}

test('each repetition is counted aloud, and the last one is named', () => {
  const [id, poses, dose] = SETS[0]!
  const heard = hear(id, poses, dose, true).heard.map((one) => one.what)
  for (let rep = 1; rep < 10; rep += 1) assert.ok(heard.includes(`${rep}. Straighten, toes up`))
  assert.ok(heard.includes('Last one. Straighten, toes up'))
})

test('what is said is what is shown', () => {
  const [id, poses, dose] = SETS[1]!
  const plan = pace(poses, dose)
  const shown = new Set(plan.parts.map((part) => caption(part, WORDS, id)))
  for (const { say } of cuesOf(plan, id, WORDS)) {
    if (say !== null) assert.ok(shown.has(say.replace(/^.*\. /, '')), say)
  }
})

test('a short hold is shown only, a long one is said and counted down', () => {
  const cues = (n: number) => cuesOf(pace(SETS[n]![1], SETS[n]![2]), SETS[n]![0], WORDS)
  assert.ok(!cues(0).some((cue) => cue.say === 'Hold'))
  const held = cues(1)
  assert.equal(held.filter((cue) => cue.say === 'Hold').length, 2)
  assert.equal(held.filter((cue) => cue.say === null && cue.tone === 'tick').length, 6)
})
