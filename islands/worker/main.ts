/// <reference lib="webworker" />
// How does Spineward work while its own computer is out of reach? What was built is kept whole;
// pages come from the network first, from their copies else; answers wait in the outbox.

import { precacheAndRoute } from 'workbox-precaching'
import { lastScreen } from '../shared/answers.ts'
import { Behind, open, stamp, type Form } from '../shared/outbox.ts'
import {
  AHEAD, AWAY, DAY, MADE, asked, changed, copy, drop, dropDecisions, holds, isOurs, isOutside, keep,
  keepAll, listed, type Asked,
} from './copies.ts'
import type { Fields } from './types.ts'
import { after, firstAsked, pageOf, saysNothing } from './way.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string }[]
}

const SECOND = 1000
const MINUTE = 60 * SECOND
/** A page that takes longer than this is shown from its copy. */
const PATIENCE = 6 * SECOND
/** Without a copy it is waited for longer; the page of no network comes then. */
const LONGEST = 20 * SECOND
const ANSWERS = /^\/(check-in\/|diary\/note\/|session\/[0-9a-f-]{36}\/note\/)/
const SESSION = /^\/session\/([0-9a-f-]{36}\/)?$/

// Each address of what was built carries its revision here, so that one version is kept as a whole.
precacheAndRoute(self.__WB_MANIFEST)

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
  // The page that says that there is no network is the first that is needed then.
  event.waitUntil(keepAway().catch(() => undefined))
})

self.addEventListener('message', (event) => {
  // A new version takes over when a person says so, never by itself.
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting())
  if (event.data === 'keep-pages') event.waitUntil(keepAll().catch(() => undefined))
  if (event.data === 'forget') event.waitUntil(drop())
})

// A reminder that was tapped leads back to the page that showed it.
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(backToPage())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin || url.pathname.startsWith('/static/')) return
  if (request.mode === 'navigate' && request.method === 'GET') event.respondWith(page(event, url))
  else if (request.mode === 'navigate' && request.method === 'POST' && ANSWERS.test(url.pathname)) {
    event.respondWith(answers(request, url))
  } else if (request.mode === 'navigate' && request.method === 'POST') {
    event.respondWith(sent(request))
  } else if (request.method === 'GET' && url.pathname.startsWith('/figures/')) {
    event.respondWith(figure(request, url))
  }
})

async function keepAway(): Promise<void> {
  const when = asked()
  const page = await fetch(AWAY, { cache: 'no-store' })
  if (page.ok) await keep(AWAY, page, when)
}

async function backToPage(): Promise<void> {
  const [page] = await self.clients.matchAll({ type: 'window' })
  await (page ? page.focus() : self.clients.openWindow('/'))
}

/** What comes first: the answer, or undefined when the time is up. */
function before<T>(answer: Promise<T>, time: number): Promise<T | undefined> {
  return Promise.race([answer, new Promise<undefined>((done) => setTimeout(done, time))])
}

/** What our own server says. Whoever else answers is no network: then this rejects. A redirect shows
 * a worker nothing of itself: a page may be led anywhere; what was sent away must have arrived. */
async function reach(request: Request): Promise<Response> {
  const answer = await fetch(request)
  if (answer.type === 'opaqueredirect') {
    if (request.method === 'GET') return answer
    const here = await fetch('/worker.js', { method: 'HEAD', cache: 'no-store', redirect: 'error' })
    if (isOurs(here)) return answer
  }
  if (!isOurs(answer)) throw new TypeError(`not our server: ${answer.status}`)
  return answer
}

async function page(event: FetchEvent, url: URL): Promise<Response> {
  const when = asked()
  const network = reach(event.request)
  try {
    const fresh =
      (await before(network, PATIENCE)) ?? (await kept(url)) ?? (await before(network, LONGEST))
    if (!fresh) return offline(url)
    if (fresh.ok && !fresh.headers.has(MADE)) event.waitUntil(keepAgain(url, fresh.clone(), when))
    return fresh
  } catch {
    return offline(url)
  }
}

async function keepAgain(url: URL, fresh: Response, when: Asked): Promise<void> {
  const path = url.pathname + url.search
  if ((await listed())?.pages.includes(path)) await keep(path, fresh, when)
}

async function figure(request: Request, url: URL): Promise<Response> {
  const path = url.pathname + url.search
  const network = reach(request)
  try {
    return (await before(network, PATIENCE)) ?? (await copy(path)) ?? (await network)
  } catch {
    return (await copy(path)) ?? Response.error()
  }
}

async function offline(url: URL): Promise<Response> {
  return (await kept(url)) ?? (await copy(AWAY)) ?? Response.error()
}

async function kept(url: URL): Promise<Response | undefined> {
  const path = url.pathname
  if (path === '/' || path === '/plan/') return standing(path)
  if (SESSION.test(path)) return session()
  if (path === '/check-in/' && url.searchParams.has('ask')) {
    const first = firstAsked(url, await listed())
    // What was not kept cannot be asked now, and nothing else is asked in its place.
    return first ? Response.redirect(new URL(first, url), 303) : copy(AWAY)
  }
  if (path === '/check-in/') {
    const order = url.searchParams.has('signs') ? 'signs' : 'daily'
    const first = (await listed())?.orders[order]?.[0]
    return first ? Response.redirect(new URL(first, url), 303) : undefined
  }
  const loosely = /^\/(check-in|outbox)\//.test(path)
  return (await copy(path + url.search)) ?? (loosely ? copy(path, true) : undefined)
}

/** A page that decides, if it is of today and nothing was entered since. */
async function standing(path: string): Promise<Response | undefined> {
  const found = await copy(path)
  const entered = await (await open()).all()
  return found && holds(found, stamp().slice(0, 10), entered) ? found : undefined
}

/** The page of a session, if the questions before it were answered not long ago, or if a session
 * of today is under way; the player reads its place from the outbox. */
async function session(): Promise<Response | undefined> {
  const [found, pages, outbox] = await Promise.all([copy(AHEAD), listed(), open()])
  if (!found || !pages) return undefined
  const entered = await outbox.all()
  const today = stamp().slice(0, 10)
  const until = lastScreen(entered) + pages.screen_minutes * MINUTE
  if (Date.now() <= until && holds(found, today, entered)) return goodUntil(found, until)
  const begun = entered.some(({ event }) => event.what === 'session.start' && event.at.startsWith(today))
  // It goes on with what has begun, such as a question after half an hour; nothing starts from it.
  return begun && found.headers.get(DAY) === today ? goodUntil(found, 0) : undefined
}

function goodUntil(page: Response, until: number): Promise<Response> {
  return changed(page, (text) => text.replace(/("until": ")[^"]*/, `$1${stamp(new Date(until))}`))
}

/** What is never kept for later, such as a setting: it is done now, or not at all. */
async function sent(request: Request): Promise<Response> {
  try {
    const answer = await reach(request)
    await dropDecisions()
    return answer
  } catch {
    return (await copy(AWAY)) ?? Response.error()
  }
}

async function answers(request: Request, url: URL): Promise<Response> {
  const again = request.clone()
  try {
    const answer = await before(reach(request), LONGEST)
    if (!answer || isOutside(answer)) return keepAnswers(again, url)
    await dropDecisions()
    return answer
  } catch {
    return keepAnswers(again, url)
  }
}

async function keepAnswers(request: Request, url: URL): Promise<Response> {
  const fields = fieldsOf(await request.formData())
  const pages = await listed()
  if (!pages) return unkept(url, fields)
  if (saysNothing(url, fields, pages) || isHalf(url, fields)) return Response.redirect(request.url, 303)
  const { csrfmiddlewaretoken: _, ...said } = fields
  const form: Form = { what: 'form', at: stamp(), path: url.pathname + url.search, fields: said }
  try {
    await (await open()).add(form)
  } catch (error) {
    // The same form sent twice is one form. Else there is no room, or no store at all.
    if (!(error instanceof Behind)) return unkept(url, fields)
  }
  return Response.redirect(new URL(after(url, fields, pages), url), 303)
}

/** The page of no network, with all that was entered on it, to be sent once more. */
async function unkept(url: URL, fields: Fields): Promise<Response> {
  const away = await copy(AWAY)
  if (!away) return Response.error()
  const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const inputs = Object.entries(fields).flatMap(([name, values]) =>
    values.map((value) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`))
  const form = `<form data-again method="post" action="${safe(url.pathname + url.search)}">${inputs.join('')}`
  return changed(away, (text) => text.replace('<form data-again hidden>', () => form))
}

/** The places of a chart without how strong it is there: its next page needs the server. */
function isHalf(url: URL, fields: Fields): boolean {
  if (pageOf(url) !== 'chart' || fields['answer']?.[0] === 'nothing') return false
  return !Object.keys(fields).some((name) => name.endsWith('.pain'))
}

function fieldsOf(data: FormData): Fields {
  const names = [...new Set(data.keys())]
  return Object.fromEntries(names.map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string')]))
}
