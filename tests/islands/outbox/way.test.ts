// Where does a check-in go on without a network, and is the card always the strictest?

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fields, Pages } from '../../../islands/worker/types.ts'
import { after, firstAsked, KEPT, saysNothing } from '../../../islands/worker/way.ts'

const PAGES: Pages = {
  diary: 'd',
  day: '2026-11-22',
  pages: [],
  orders: {
    daily: ['/check-in/chart/?kind=daily', '/check-in/now/?kind=daily', '/check-in/day/?kind=daily'],
    session: ['/check-in/QS/?kind=session'],
    signs: ['/check-in/QS/?kind=daily&signs=first', '/check-in/chart/?kind=daily'],
  },
  lines: { QS: { A1: 'call', B1: 'today', C1: 'soon' } },
  places: { 'saddle-middle': 'call', 'sole-right': 'today' },
  both_legs: 'call',
  cards: ['call', 'today', 'soon'],
  screen_minutes: 30,
}

function next(path: string, fields: Fields = {}): string {
  return after(new URL(path, 'http://here'), fields, PAGES)
}

function marked(...places: string[]): Fields {
  return Object.fromEntries(places.map((place) => [`${place}.numbness`, ['2']]))
}

test('each page leads to the next, and the last to "kept, not yet judged"', () => {
  assert.equal(next('/check-in/chart/?kind=daily', { answer: ['nothing'] }), '/check-in/now/?kind=daily')
  assert.equal(next('/check-in/now/?kind=daily'), '/check-in/day/?kind=daily')
  assert.equal(next('/check-in/day/?kind=daily'), KEPT)
  assert.equal(next('/check-in/weekly/?kind=weekly'), KEPT)
  assert.equal(next('/check-in/QS/?kind=session', { answer: ['none'] }), '/session/')
})

test('a tick leads at once to the strictest card of the ticks', () => {
  const one = next('/check-in/QS/?kind=session', { answer: ['some'], tick: ['C1'] })
  const two = next('/check-in/QS/?kind=session', { answer: ['unsure'], tick: ['C1', 'B1'] })
  const all = next('/check-in/QS/?kind=session', { answer: ['some'], tick: ['B1', 'A1'] })
  assert.match(one, /^\/outbox\/sign\/soon\/\?line=C1&/)
  assert.match(two, /^\/outbox\/sign\/today\/\?line=C1&line=B1&/)
  assert.match(all, /^\/outbox\/sign\/call\//)
})

test('after a tick before a session no session follows', () => {
  const to = next('/check-in/QS/?kind=session', { answer: ['none'], tick: ['B1'] })
  assert.equal(new URL(to, 'http://here').searchParams.get('next'), KEPT)
})

test('a line that the table does not know counts as the strictest', () => {
  assert.match(next('/check-in/QS/?kind=session', { tick: ['new'] }), /^\/outbox\/sign\/call\//)
})

test('a mark leads to the card of its place, and both legs to their own', () => {
  assert.match(next('/check-in/chart/?kind=daily', marked('sole-right')), /sign\/today/)
  assert.match(next('/check-in/chart/?kind=daily', marked('sole-right', 'saddle-middle')), /sign\/call/)
  assert.match(next('/check-in/chart/?kind=daily', marked('calf_upper-right', 'calf_upper-left')), /sign\/call/)
  assert.equal(next('/check-in/chart/?kind=daily', marked('calf_upper-right')), '/check-in/now/?kind=daily')
})

test('a place that is marked with nothing is no mark', () => {
  const fields = { 'saddle-middle.pain': ['0'], 'saddle-middle.usual': ['on'] }
  assert.equal(next('/check-in/chart/?kind=daily', fields), '/check-in/now/?kind=daily')
})

test('a page on which nothing was said is shown again and not kept', () => {
  const at = new URL('/check-in/QS/?kind=session', 'http://here')
  assert.equal(saysNothing(at, { answer: ['some'] }, PAGES), true)
  assert.equal(saysNothing(at, {}, PAGES), true)
  assert.equal(saysNothing(at, { answer: ['none'] }, PAGES), false)
  assert.equal(saysNothing(new URL('/check-in/day/', 'http://here'), {}, PAGES), false)
})

test('after "this made me worse" the signs are asked at once, and a tick leads to its card', () => {
  const signs = next('/diary/note/worse/')
  assert.equal(signs, '/check-in/QS/?kind=daily&signs=first')
  assert.match(next(signs, { answer: ['some'], tick: ['A1'] }), /^\/outbox\/sign\/call\/\?line=A1&/)
  assert.equal(next(signs, { answer: ['none'] }), '/check-in/chart/?kind=daily')
})

test('where no signs can be asked, the page that names them all is shown', () => {
  assert.equal(after(new URL('/diary/note/worse/', 'http://here'), {}, { ...PAGES, orders: {} }), KEPT)
})

test('notes lead back to where they stand', () => {
  assert.equal(next('/diary/note/'), '/diary/')
  assert.equal(next('/session/6a1f0a53-6f0a-4a5e-9a52-0a2b1d0b3c11/note/'), '/session/')
})

test('what an address asks for is asked in turn, and nothing else in its place', () => {
  const asks = '?kind=session&ask=A1&ask=B1'
  const pages = { ...PAGES, pages: ['/check-in/item.A1/?kind=session', '/check-in/item.B1/?kind=daily'] }
  const url = (path: string) => new URL(path, 'http://here')
  assert.equal(firstAsked(url(`/check-in/${asks}`), pages), `/check-in/item.A1/${asks}`)
  assert.equal(firstAsked(url(`/check-in/${asks}&ask=B5`), pages), undefined)
  assert.equal(firstAsked(url(`/check-in/${asks}`), undefined), undefined)
  const no = { answer: ['no'] }
  assert.equal(after(url(`/check-in/item.A1/${asks}`), no, pages), `/check-in/item.B1/${asks}`)
  assert.equal(after(url(`/check-in/item.B1/${asks}`), no, pages), KEPT)
})

test('a sign that was asked for and is not denied leads to its card', () => {
  const url = new URL('/check-in/item.B1/?kind=session&ask=B1', 'http://here')
  for (const answer of ['yes', 'not_sure', '']) {
    assert.match(after(url, { answer: [answer] }, PAGES), /^\/outbox\/sign\/today\/\?line=B1/)
  }
  const unknown = new URL('/check-in/item.A9/?kind=session&ask=A9', 'http://here')
  assert.match(after(unknown, { answer: ['yes'] }, PAGES), /^\/outbox\/sign\/call\//)
})
