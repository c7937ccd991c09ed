// Where does a check-in go on while the server cannot say? Along the order it gave before; and to
// the strictest card that an answer can lead to, which it gave as well. Nothing is decided here.

import type { Fields, Pages } from './types.ts'

export const KEPT = '/outbox/kept/'
const WORSE = '/diary/note/worse/'
const CHECK_IN = /^\/check-in\/([^/]+)\/$/
const MEASURE = /^(.+-(?:left|right|middle))\.(?:pain|tingling|numbness)$/

/** The page of a check-in that an address names, or ''. */
export function pageOf(url: URL): string {
  return CHECK_IN.exec(url.pathname)?.[1] ?? ''
}

export function kindOf(url: URL): string {
  return url.searchParams.get('kind') ?? 'daily'
}

/** The order that a page stands in: that of its kind, or the one that asks the signs first. */
function orderOf(url: URL, pages: Pages): readonly string[] {
  return pages.orders[url.searchParams.has('signs') ? 'signs' : kindOf(url)] ?? []
}

/** Would the page itself be shown again, because nothing was said on it? Then nothing is kept. */
export function saysNothing(url: URL, fields: Fields, pages: Pages): boolean {
  if (!(pageOf(url) in pages.lines)) return false
  const answer = fields['answer']?.[0] ?? ''
  return !(fields['tick']?.length) && answer !== 'none'
}

/** The first page of what an address asks for, if every page of it was kept. */
export function firstAsked(url: URL, pages: Pages | undefined): string | undefined {
  const found = url.searchParams.getAll('ask').map((ask) => pageOfAsk(ask, pages?.pages ?? []))
  return found.every((page) => page) ? `${found[0]}${url.search}` : undefined
}

function pageOfAsk(ask: string, kept: readonly string[]): string | undefined {
  return [`/check-in/item.${ask}/`, `/check-in/${ask}/`].find((path) =>
    kept.some((one) => one.startsWith(path)))
}

/** Where to go after a form that was kept. */
export function after(url: URL, fields: Fields, pages: Pages): string {
  const page = pageOf(url)
  // It got worse: the signs come before all else. Where none were kept, the page that names them.
  if (url.pathname === WORSE) return pages.orders['signs']?.[0] ?? KEPT
  if (!page) return url.pathname.startsWith('/session/') ? '/session/' : notes(url)
  const next = nextAsked(page, url, pages) ?? following(page, url, pages)
  const item = isAffirmed(page, url, fields)
  const ticked = item ? [item] : (fields['tick'] ?? [])
  const card = item
    ? ofItem(item, pages)
    : page in pages.lines ? ofLines(page, ticked, pages) : ofChart(page, fields, pages)
  if (!card) return next
  const query = new URLSearchParams([...ticked.map((line) => ['line', line]), ['kind', kindOf(url)]])
  query.set('next', ticked.length && kindOf(url) === 'session' ? KEPT : next)
  return `/outbox/sign/${card}/?${query}`
}

function notes(url: URL): string {
  return url.pathname.startsWith('/diary/') ? '/diary/' : KEPT
}

/** The next page that the address asks for; undefined without one, or after the last. */
function nextAsked(page: string, url: URL, pages: Pages): string | undefined {
  const asks = url.searchParams.getAll('ask')
  const at = asks.findIndex((ask) => page === ask || page === `item.${ask}`)
  const next = at < 0 ? undefined : asks[at + 1]
  const path = next && pageOfAsk(next, pages.pages)
  return path && `${path}${url.search}`
}

/** The sign that was asked for and is not denied, or ''. It was reached past the tick and its card. */
function isAffirmed(page: string, url: URL, fields: Fields): string {
  const item = page.startsWith('item.') ? page.slice('item.'.length) : ''
  if (!url.searchParams.getAll('ask').includes(item)) return ''
  return ['no', 'no_change', 'does_not_apply'].includes(fields['answer']?.[0] ?? '') ? '' : item
}

/** The card of a sign is that of its line; without one it is the strictest. */
function ofItem(item: string, pages: Pages): string {
  const lines = Object.values(pages.lines).flatMap((page) => page[item] ?? [])
  return strictest(lines.length ? lines : [pages.cards[0]!], pages)
}

/** The page after this one; what is not in the order, such as the page of one sign, ends it. */
function following(page: string, url: URL, pages: Pages): string {
  const order = orderOf(url, pages)
  const at = order.findIndex((path) => path.startsWith(`/check-in/${page}/`))
  const next = at < 0 ? undefined : order[at + 1]
  return next ?? (at >= 0 && kindOf(url) === 'session' ? '/session/' : KEPT)
}

/** A line that the table does not know counts as the strictest. */
function ofLines(page: string, ticked: readonly string[], pages: Pages): string {
  const known = pages.lines[page] ?? {}
  return strictest(ticked.map((line) => known[line] ?? pages.cards[0]!), pages)
}

function ofChart(page: string, fields: Fields, pages: Pages): string {
  if (page !== 'chart') return ''
  const felt = new Set<string>()
  for (const [name, values] of Object.entries(fields)) {
    const place = MEASURE.exec(name)?.[1]
    if (place && values.some((value) => value !== '0' && value !== '')) felt.add(place)
  }
  const found = [...felt].map((place) => pages.places[place] ?? '')
  const legs = ['-left', '-right'].every((side) => [...felt].some((place) => place.endsWith(side)))
  return strictest(legs ? [...found, pages.both_legs] : found, pages)
}

function strictest(cards: readonly string[], pages: Pages): string {
  return pages.cards.find((card) => cards.includes(card)) ?? ''
}
