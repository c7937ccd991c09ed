// Are all questions asked that the answers call for, the worrying ones first, and none lost?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  afterSet,
  alarmKnown,
  back,
  during,
  keyOf,
  next,
  redFlags,
  strengthFields,
  symptoms,
  type Answers,
} from '../../../islands/session-player/asking.ts'

const KNOWN = {
  legs: ['right'] as const,
  new: {
    ticks: ['back', 'tingling', 'weakness', 'toilet', 'dizzy'],
    symptoms: ['dizzy', 'chest', 'swelling'],
    toilet: ['A1', 'A2', 'A3'],
  },
  strength: {
    seated: false,
    tests: [
      { name: 'heel_walk', answers: ['same', 'weaker', 'not_tried'] },
      { name: 'toe_raise', answers: ['same', 'weaker', 'not_tried'] },
    ],
    new: ['heel_walk same weaker', 'toe_raise weaker same'],
    tested: ['heel_walk same same', 'toe_raise same same', 'toe_raise same weaker'],
  },
}

/** Answer each question in turn from a table; returns the answers and the keys in their order. */
function answered(table: Answers): { answers: Answers; asked: string[] } {
  let answers: Answers = {}
  const asked: string[] = []
  for (;;) {
    const question = next(KNOWN, answers)
    if (!question || question.kind === 'check') return { answers, asked }
    const key = keyOf(question)
    const answer = table[key]
    assert.ok(answer !== undefined, `${key} was asked`)
    asked.push(key)
    answers = { ...answers, [key]: answer }
  }
}

test('a point in the leg asks how strong it is, one in the back does not', () => {
  const leg = answered({ 'lowest.now.right': '8', 'pain.now.right': '4', new: [] })
  assert.deepEqual(leg.asked, ['lowest.now.right', 'pain.now.right', 'new'])
  assert.deepEqual(afterSet(KNOWN, leg.answers).leg_pain, { right: 4 })
  const spine = answered({ 'lowest.now.right': '2', new: [] })
  assert.deepEqual(spine.asked, ['lowest.now.right', 'new'])
  assert.deepEqual(afterSet(KNOWN, spine.answers).leg_pain, { right: 0 })
})

test('red flags are asked before every other detail', () => {
  const { asked } = answered({
    'lowest.now.right': '0',
    new: ['back', 'tingling', 'toilet'],
    A1: 'no',
    A2: 'not_sure',
    A3: 'yes',
    back_pain: '3',
    'where.tingling': 'calf_upper-right',
    'grade.tingling': '2',
  })
  assert.deepEqual(asked.slice(2, 5), ['A1', 'A2', 'A3'])
})

test('a red flag that is affirmed or unsure is known before the other details', () => {
  const answers: Answers = {
    'lowest.now.right': '0',
    new: ['back', 'toilet'],
    A1: 'no',
    A2: 'not_sure',
  }
  assert.equal(alarmKnown(KNOWN, answers), false)
  const whole = { ...answers, A3: 'yes' }
  assert.equal(alarmKnown(KNOWN, whole), true)
  assert.deepEqual(redFlags(KNOWN, whole), ['A2?', 'A3'])
})

test('a symptom is known as soon as it is ticked', () => {
  const answers: Answers = { 'lowest.now.right': '0', new: ['dizzy'] }
  assert.equal(alarmKnown(KNOWN, answers), true)
  assert.deepEqual(symptoms(KNOWN, answers), ['dizzy'])
})

test('someone not sure of a weakness does the strength check, and the page says what it means', () => {
  const base = { 'lowest.now.right': '0', new: ['weakness'], weakness: 'not_sure' }
  const says = (heel: string, toe: string): unknown => {
    const { answers, asked } = answered({
      ...base,
      'strength.heel_walk.left': 'same',
      'strength.heel_walk.right': heel,
      'strength.toe_raise.left': 'same',
      'strength.toe_raise.right': toe,
    })
    assert.equal(asked.length, 3 + 4)
    assert.deepEqual(strengthFields(answers)['heel_walk_right'], [heel])
    return afterSet(KNOWN, answers).weakness
  }
  assert.equal(says('weaker', 'same'), 'new_or_more')
  assert.equal(says('same', 'weaker'), 'none')
  assert.equal(says('not_tried', 'same'), 'not_sure')
})

test('the other leg, a way down and back, and what cannot be told all reach the reading', () => {
  const { answers } = answered({
    'lowest.now.right': '6',
    'pain.now.right': '3',
    new: ['other_leg', 'moved_and_back', 'cannot_tell', 'sharp'],
    'lowest.other.left': '3',
    'pain.other.left': '2',
    'lowest.during.right': '9',
    unsure: ['place'],
  })
  const found = afterSet(KNOWN, answers)
  assert.deepEqual(found.lowest, { right: 6, left: 3 })
  assert.deepEqual(found.not_sure, ['place'])
  assert.equal(found.sharp_shooting, 'yes')
  assert.deepEqual(during(KNOWN, answers), { lowest: { right: 9 } })
})

test('going back asks the last question again and forgets nothing else', () => {
  const answers: Answers = { 'lowest.now.right': '8', 'pain.now.right': '4' }
  const before = back(KNOWN, answers)
  assert.deepEqual(before, { 'lowest.now.right': '8' })
  assert.equal(next(KNOWN, before)?.kind, 'pain')
})
