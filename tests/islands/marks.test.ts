// Do the steps on the marks hold? Taps, slides, the list, undo, and what is sent.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { History, address, confirmed, drawn, strengthened, tapped, ticked, unfelt, usual, without } from '../../islands/body-map/marks.ts'
import type { Marks } from '../../islands/body-map/data.ts'

const CALF = 'calf_upper-right'
const EMPTY: Marks = new Map()

test('taps lead up to the most and then back to nothing', () => {
  const taps = (most: number): number[] => {
    const seen: number[] = []
    let value: number | null = null
    do {
      value = tapped(value, most)
      seen.push(value)
    } while (value > 0)
    return seen
  }
  assert.deepEqual(taps(10), [2, 4, 6, 8, 10, 0])
  assert.deepEqual(taps(3), [1, 2, 3, 0])
})

test('a tap on a number between two steps goes to the next step', () => {
  assert.equal(tapped(5, 10), 6)
  assert.equal(tapped(9, 10), 10)
})

test('a mark says nothing about the layers that nobody marked', () => {
  const marks = drawn(EMPTY, CALF, 'pain', 4)
  assert.deepEqual(marks.get(CALF), { pain: 4, tingling: null, numbness: null, usual: false })
})

test('a mark brought down to nothing on the picture is gone', () => {
  const both = drawn(drawn(EMPTY, CALF, 'pain', 4), CALF, 'tingling', 1)
  assert.equal(drawn(both, CALF, 'pain', 0).get(CALF)?.tingling, 1)
  assert.equal(drawn(drawn(both, CALF, 'pain', 0), CALF, 'tingling', 0).size, 0)
})

test('a place ticked in the list stays while its answers are still open', () => {
  const marks = strengthened(ticked(EMPTY, CALF), CALF, 'pain', 0)
  assert.deepEqual(unfelt(marks), [CALF])
  assert.deepEqual(unfelt(strengthened(marks, CALF, 'numbness', 2)), [])
})

test('ticking a place again changes nothing', () => {
  const marks = drawn(EMPTY, CALF, 'pain', 4)
  assert.equal(ticked(marks, CALF), marks)
})

test('only the word that this is all turns what is unmarked into none', () => {
  const marks = usual(drawn(EMPTY, CALF, 'numbness', 3), CALF, true)
  assert.equal(marks.get(CALF)?.pain, null)
  assert.deepEqual(confirmed(marks).get(CALF), { pain: 0, tingling: 0, numbness: 3, usual: true })
})

test('the address names every place', () => {
  const marks = drawn(drawn(EMPTY, CALF, 'pain', 4), 'toes-left', 'tingling', 1)
  assert.equal(address('/c/?kind=daily', marks), '/c/?kind=daily&place=calf_upper-right&place=toes-left')
})

test('undo goes back step by step, and a slide is one step', () => {
  const history = new History()
  history.go(drawn(history.now, CALF, 'pain', 2))
  for (const value of [3, 4, 5]) history.go(drawn(history.now, CALF, 'pain', value), value > 3)
  assert.equal(history.now.get(CALF)?.pain, 5)
  history.undo()
  assert.equal(history.now.get(CALF)?.pain, 2)
  history.undo()
  assert.equal(history.now.size, 0)
  assert.equal(history.canUndo, false)
})

test('a place can be taken away and brought back by undo', () => {
  const history = new History()
  history.go(drawn(history.now, CALF, 'pain', 2))
  history.go(without(history.now, CALF))
  assert.equal(history.now.size, 0)
  history.undo()
  assert.equal(history.now.get(CALF)?.pain, 2)
})
