// Which pages are kept, and is a copy still true? A page that decides holds for its day, and until
// something is entered that could change it.

import { changes, isMissing } from '../shared/answers.ts'
import { newId, open, type Kept } from '../shared/outbox.ts'
import type { Pages } from './types.ts'

const STORE = 'spineward-pages'
const LIST = '/outbox/pages.json'
export const AHEAD = '/outbox/ahead/'
export const AWAY = '/outbox/away/'
/** When a copy was made, on the clock of this device. */
export const MADE = 'X-Copy-Made'
/** The day that a page is about; only pages that decide something carry it. */
export const DAY = 'X-Day'
/** Every answer of ours carries it: "here", or "outside" for a browser that is not let in. */
const OURS = 'X-Spineward'
const FIGURE = /\/figures\/[\w.]+(?:\?leg=\w+)?/g

const store = () => caches.open(STORE)

const FRESH = 15 * 60 * 1000
let keeping: Promise<void> | undefined

/** Keep every page on the list anew, unless that was done not long ago. */
export function keepAll(): Promise<void> {
  keeping ??= refresh().finally(() => (keeping = undefined))
  return keeping
}

async function refresh(): Promise<void> {
  const last = await (await store()).match(LIST)
  const whole = last && (await (await store()).match('/'))
  const entered = await (await open()).all()
  const made = Number(last?.headers.get(MADE))
  if (whole && made > Date.now() - FRESH && !changedSince(entered, made)) return
  const asking = asked()
  // Where nothing waits, nothing can come from a diary that was erased meanwhile.
  const waits = entered.some((kept) => kept.stage === 'unsent')
  const answer = await fetch(waits ? LIST : `${LIST}?nothing-waits`, { cache: 'no-store', redirect: 'error' })
  if (!answer.ok || !isOurs(answer)) return
  const before = await listed()
  const told = (await answer.clone().json()) as Pages
  if (before && before.diary !== told.diary) await drop()
  for (const path of told.pages) {
    const when = asked()
    const page = await fetch(path, { cache: 'no-store' }).catch(() => undefined)
    // What a proxy or a start page of a network says instead takes no copy away.
    if (!page || !isOurs(page) || isOutside(page)) return
    if (path === AHEAD) await keepFigures(page.clone())
    if (page.ok) await keep(path, page, when)
    else await (await store()).delete(path)
  }
  // Last, so that a list is only there when its pages are.
  await keep(LIST, answer, { ...asked(), at: drops === asking.drops ? asking.at : 0 })
}

/** Did our own server say this? A proxy answers 502 for it, a hotel's network 200 to anything. */
export function isOurs(answer: Response): boolean {
  return answer.headers.has(OURS)
}

/** Does our server not know this browser, so that it took nothing in? */
export function isOutside(answer: Response): boolean {
  return answer.headers.get(OURS) === 'outside'
}

async function keepFigures(page: Response): Promise<void> {
  for (const address of new Set((await page.text()).match(FIGURE))) {
    const when = asked()
    const figure = await fetch(address).catch(() => undefined)
    if (figure?.ok) await keep(address, figure, when)
  }
}

/** When a page was asked for: whatever is entered after this may be missing in it. */
export interface Asked {
  readonly at: number
  readonly drops: number
  readonly wipes: number
}

let drops = 0
let wipes = 0

export function asked(): Asked {
  return { at: Date.now(), drops, wipes }
}

/** Keep one page as it came; a page that led elsewhere is not the page that was asked for, and one
 * that decides is too old when something was entered while it was on its way. */
export async function keep(path: string, page: Response, when: Asked): Promise<void> {
  if (page.redirected || page.type !== 'basic' || !isOurs(page)) return
  const headers = new Headers(page.headers)
  headers.set(MADE, String(when.at))
  const kept = new Response(await page.blob(), { headers })
  const copies = await store()
  if (when.wipes !== wipes || (headers.has(DAY) && when.drops !== drops)) return
  await copies.put(path, kept)
}

export async function listed(): Promise<Pages | undefined> {
  return (await (await store()).match(LIST))?.json()
}

/** The copy of a page; `loosely` also finds it under other questions in its address. */
export async function copy(path: string, loosely = false): Promise<Response | undefined> {
  const page = await (await store()).match(path, { ignoreSearch: loosely })
  if (!page || !page.headers.get('Content-Type')?.startsWith('text/html')) return page
  return changed(page, (text) =>
    text
      .replace(/(name="client_id" value=")[^"]*/g, () => `name="client_id" value="${newId()}`)
      // The page says that it is a copy (islands/shell/state.ts).
      .replace('<body ', '<body data-copy '))
}

/** The same page with another text. Each time a form is shown it is a form of its own. */
export async function changed(page: Response, how: (text: string) => string): Promise<Response> {
  return new Response(how(await page.text()), { headers: page.headers })
}

/** Is this copy about today, and was nothing entered since that could change it? */
export function holds(page: Response, today: string, since: readonly Kept[]): boolean {
  if (page.headers.get(DAY) !== today) return false
  return !changedSince(since, Number(page.headers.get(MADE)))
}

function changedSince(entered: readonly Kept[], made: number): boolean {
  const since = (kept: Kept) => isMissing(kept, made) || Date.parse(kept.event.at) > made
  return entered.some((kept) => since(kept) && changes(kept))
}

/** Forget what decides: something has been entered, and the server has not said what follows. */
export async function dropDecisions(): Promise<void> {
  drops += 1
  const kept = await store()
  for (const request of await kept.keys()) {
    const page = await kept.match(request)
    if (page?.headers.has(DAY)) await kept.delete(request)
  }
  // What was dropped is fetched anew at the next page at rest, however young the list is.
  const list = await kept.match(LIST)
  if (!list) return
  const headers = new Headers(list.headers)
  headers.set(MADE, '0')
  await kept.put(LIST, new Response(await list.blob(), { headers }))
}

/** Forget every copy, also those that are on their way. */
export async function drop(): Promise<void> {
  wipes += 1
  await caches.delete(STORE)
}
