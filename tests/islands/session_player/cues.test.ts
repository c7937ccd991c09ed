// Can two cues ever be heard at once? A clock that is told runs whole sets through the queue.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CueQueue, LATE, type Cue, type Outputs, type Tone } from '../../../islands/session-player/cues.ts'
import { Ear, overlaps } from './ear.ts'

function run(cues: Cue[], until: number, senses = { voice: true, sound: true, buzz: true }): Ear {
  const ear = new Ear()
  const queue = new CueQueue(ear, senses)
  for (const cue of cues) queue.add(cue)
  for (let now = 0; now <= until; now += 50) {
    ear.pass(now)
    queue.tick(now)
  }
  return ear
}

const cue = (at: number, say: string | null, tone: Tone | null = 'tick'): Cue => ({
  at,
  say,
  tone,
  buzz: true,
})

test('spoken words come before a sound that is due at the same time', () => {
  const ear = run([cue(0, null), cue(0, 'Straighten')], 2000)
  assert.equal(ear.heard[0]!.what, 'Straighten')
})

test('no two cues overlap, whatever falls together', () => {
  const cues: Cue[] = []
  for (let n = 0; n < 300; n += 1) {
    const at = (n * 373) % 20_000
    cues.push(cue(at, n % 3 ? null : 'Straighten, toes up', n % 2 ? 'out' : 'back'))
  }
  const ear = run(cues, 25_000)
  assert.ok(ear.heard.length > 10)
  assert.deepEqual(overlaps(ear.heard), [])
})

test('a cue that is too late is dropped and never heard afterwards', () => {
  const ear = run([cue(0, 'A long line that takes its time'), cue(100, 'Hold')], 10_000)
  assert.deepEqual(
    ear.heard.map((one) => one.what),
    ['A long line that takes its time'],
  )
  assert.ok(ear.heard[0]!.until > 100 + LATE)
})

test('without a voice the sound is heard instead, without both nothing is', () => {
  const cues = [cue(0, 'Hold', 'out')]
  assert.equal(run(cues, 500, { voice: false, sound: true, buzz: false }).heard[0]!.what, 'out')
  const silent = run(cues, 500, { voice: false, sound: false, buzz: true })
  assert.deepEqual([silent.heard.length, silent.buzzes], [0, 1])
})

test('after a stop nothing more is heard', () => {
  const ear = new Ear()
  const queue = new CueQueue(ear, { voice: true, sound: true, buzz: true })
  queue.add(cue(0, 'Straighten'))
  queue.add(cue(1000, 'Hold'))
  queue.tick(0)
  ear.pass(300)
  queue.clear()
  queue.tick(1000)
  assert.deepEqual([ear.heard.length, ear.heard[0]!.until], [1, 300])
})

test('a voice that never tells its end does not block for ever', () => {
  const mute: Outputs = { speak: () => undefined, play: () => 100, buzz: () => undefined, hush: () => undefined }
  const spoken: string[] = []
  mute.speak = (words) => void spoken.push(words)
  const queue = new CueQueue(mute, { voice: true, sound: true, buzz: false })
  queue.add(cue(0, 'Hold'))
  queue.tick(0)
  queue.add(cue(5000, 'Bend'))
  queue.tick(5000)
  assert.deepEqual(spoken, ['Hold', 'Bend'])
})
