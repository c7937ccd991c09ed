// Where does a moving picture stand at each second, and which outlines does it show then?

import assert from 'node:assert/strict'
import test from 'node:test'

import {
  frameAt, length, pathOf, pointsAt, poseAt, read, tracks, wayAt,
} from '../../../islands/moving-figure/frames.ts'

const SQUARE = [0, 0, 100, 0, 100, 100, 0, 100]
const DRAWING = read({
  format: 1,
  box: [0, 0, 40, 20],
  mirror: '',
  striped: false,
  even: false,
  cycle: 10,
  poses: [
    { name: 'start', hold: 1, at: 0, frame: 0 },
    { name: 'there', hold: 2, at: 4, frame: 2 },
  ],
  ways: ['', ''],
  scene: [],
  layers: [
    {
      tone: 'skin', fill: '', line: '', width: 2, sizes: [4], points: SQUARE,
      steps: [SQUARE.map(() => 10), SQUARE.map(() => 10), SQUARE.map(() => -40)],
    },
    { tone: 'hair', fill: '', line: '', width: 2, sizes: [4], points: SQUARE, steps: [] },
  ],
})
const [skin, hair] = tracks(DRAWING) as [ReturnType<typeof tracks>[0], ReturnType<typeof tracks>[0]]

test('a pose is shown until it is left, and then the way to the next one', () => {
  assert.deepEqual([0, 1, 2.5, 4, 6].map((at) => frameAt(DRAWING, at, true)), [0, 0, 1, 2, 2])
  assert.deepEqual([0, 3.9, 4, 9.9].map((at) => poseAt(DRAWING, at)), [0, 0, 1, 1])
  assert.deepEqual([0, 1, 3.9, 4, 6, 9.9].map((at) => wayAt(DRAWING, at)), [-1, -1, 0, -1, -1, 1])
})

test('a way starts and ends softly, unless someone else drives it or it flows on', () => {
  assert.ok(frameAt(DRAWING, 1.3, true) < frameAt(DRAWING, 1.3, false))
  assert.ok(frameAt(DRAWING, 3.7, true) > frameAt(DRAWING, 3.7, false))
  const flowing = { ...DRAWING, even: true }
  assert.equal(frameAt(flowing, 1.3, true), frameAt(DRAWING, 1.3, false))
})

test('after the last pose comes the first again, and a second before the start is one of the end', () => {
  assert.equal(length(DRAWING), 4)
  assert.equal(frameAt(DRAWING, 8, true), 3)
  assert.equal(frameAt(DRAWING, 10, true), 0)
  assert.equal(frameAt(DRAWING, -2, true), frameAt(DRAWING, 8, true))
})

test('steps add up to the points of each frame', () => {
  const xs = skin.frames.map((frame) => Math.round(frame[0]! * 10) / 10)
  assert.deepEqual(xs, [0, 1, 3, 1])
  assert.equal(hair.frames.length, 1)
})

test('between two frames every point lies on the straight way', () => {
  const into = new Float32Array(8)
  assert.equal(pointsAt(skin, 0.5, into)[0], 0.5)
  assert.equal(pointsAt(skin, 3.5, into)[0], 0.5)
  assert.deepEqual([...pointsAt(hair, 2.5, into)], SQUARE.map((value) => value / 10))
})

test('an outline is a closed curve through all its points', () => {
  const path = pathOf(skin.frames[0]!, [4])
  assert.equal(path.match(/C/g)?.length, 4)
  assert.ok(path.startsWith('M0 0C') && path.endsWith(' 0 0Z'))
  assert.equal(pathOf([...SQUARE, ...SQUARE], [4, 4]).match(/M0 0/g)?.length, 2)
})

test('a file of another format, or with nothing in it, is refused', () => {
  assert.throws(() => read({ ...DRAWING, format: 2 }), /format 2 is not known/)
  assert.throws(() => read(null), /format undefined is not known/)
  assert.throws(() => read({ ...DRAWING, layers: [] }), /nothing is drawn/)
})
