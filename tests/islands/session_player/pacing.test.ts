// Is a set paced as the plan says? Counted, held, to and fro, without a gap.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cycleOf, figureAt, pace, partAt, type Dose, type Plan, type Pose } from '../../../islands/session-player/pacing.ts'

const GLIDE: Pose[] = [
  { name: 'start', seconds: 3, hold: 1 },
  { name: 'straighten', seconds: 3, hold: 1 },
  { name: 'bend', seconds: 3, hold: 0 },
]
const CROSS: Pose[] = [
  { name: 'start', seconds: 4, hold: 1 },
  { name: 'cross', seconds: 4, hold: 1 },
  { name: 'draw_in', seconds: 4, hold: 15 },
]
const DOSE: Dose = { reps: 5, holds: false, hold: 1, minutes: null, each: [3, 3] }
const HOLDS: Dose = { reps: 2, holds: true, hold: 15, minutes: null, each: null }

function gapless(plan: Plan): void {
  let at = 0
  for (const part of plan.parts) {
    assert.equal(part.at, at)
    at += part.seconds
  }
  assert.equal(plan.seconds, at)
}

test('five slow glides take five times the way out, the hold and the way back', () => {
  const plan = pace(GLIDE, DOSE)
  gapless(plan)
  assert.equal(plan.reps, 5)
  assert.equal(plan.seconds, 5 * (3 + 1 + 3) + 2)
  const third = plan.parts.filter((part) => part.rep === 3).map((part) => part.name)
  assert.deepEqual(third, ['straighten', 'hold', 'bend'])
})

test('the tempo stays within the seconds each way that the dose allows', () => {
  const slow = pace([GLIDE[0]!, { name: 'up', seconds: 9, hold: 0 }], { ...DOSE, each: [2, 5] })
  assert.equal(slow.parts[0]!.seconds, 5)
  const fast = pace([GLIDE[0]!, { name: 'up', seconds: 1, hold: 0 }], { ...DOSE, each: [2, 5] })
  assert.equal(fast.parts[0]!.seconds, 2)
})

test('a hold is taken up once, and held as often and as long as the dose says', () => {
  const plan = pace(CROSS, HOLDS)
  gapless(plan)
  assert.deepEqual(
    plan.parts.map((part) => [part.name, part.rep, part.seconds]),
    [
      ['cross', 0, 4],
      ['draw_in', 1, 4],
      ['hold', 1, 15],
      ['back', 1, 4],
      ['draw_in', 2, 4],
      ['hold', 2, 15],
      ['back', 2, 4],
      ['start', 0, 2],
    ],
  )
})

test('the figure never jumps from one part to the next', () => {
  for (const half of [false, true]) {
    for (const plan of [pace(GLIDE, DOSE, half), pace(CROSS, HOLDS, half)]) {
      const ways = plan.parts.map((part) => [part.from, part.to] as const)
      const jumps = ways.slice(1).map(([from], n) => Math.abs(from - ways[n]![1]))
      // A pose with a hold stands still in the drawing: from its start to its end is no jump.
      assert.ok(jumps.every((jump) => jump <= 1), JSON.stringify(ways))
    }
  }
})

test('at half the range the figure goes half as far', () => {
  const whole = pace(GLIDE, DOSE).parts[0]!
  const half = pace(GLIDE, DOSE, true).parts[0]!
  assert.equal(half.to - half.from, (whole.to - whole.from) / 2)
})

test('a rest of ten minutes tells the middle and the last minute', () => {
  const plan = pace(GLIDE, { reps: null, holds: false, hold: null, minutes: 10, each: null })
  gapless(plan)
  assert.equal(plan.seconds, 600)
  assert.deepEqual(
    plan.parts.map((part) => [part.name, part.at]),
    [
      ['rest', 0],
      ['halfway', 300],
      ['one_minute', 540],
    ],
  )
})

test('any second of a set has its part and its place in the cycle', () => {
  const plan = pace(GLIDE, DOSE)
  assert.equal(partAt(plan, 0).name, 'straighten')
  assert.equal(partAt(plan, 3.5).name, 'hold')
  assert.equal(partAt(plan, 1e6).kind, 'end')
  const cycle = cycleOf(GLIDE)
  assert.equal(cycle, 11)
  assert.equal(figureAt(plan, 0, cycle), 1)
  assert.equal(figureAt(plan, 3, cycle), 4)
  for (let second = 0; second < plan.seconds; second += 0.1) {
    const at = figureAt(plan, second, cycle)
    assert.ok(at >= 0 && at < cycle)
  }
})

test('a movement without poses or dose is refused, not guessed', () => {
  assert.throws(() => pace([], DOSE), RangeError)
  assert.throws(() => pace(GLIDE, { ...DOSE, reps: null }), RangeError)
})
