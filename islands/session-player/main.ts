// Does this page have a session that can run in place? Then the player takes it over; else, or when
// anything it needs is missing, the page of the server stays as it is.

import { open, stamp, NoStore } from '../shared/outbox.ts'
import { resume, type Course } from './course.ts'
import { readData, type SessionData } from './data.ts'
import { worldOf, type World } from './engine/world.ts'
import { SessionPlayer } from './player.ts'
import { drive } from './views/movement.ts'

const MINUTE = 60_000

/** Why no session may start from this page; null when it may. */
function stale(data: SessionData, course: Course | null, now: Date): string | null {
  if (dayThere(now, data.made) !== data.day) return 'stale_day'
  if (now.getTime() > Date.parse(data.until)) return 'stale_screen'
  // Events after the page was made: a session of this day is over, and counts.
  const last = course?.events.at(-1)
  return last && Date.parse(last.at) > Date.parse(data.made) ? 'stale_session' : null
}

/** The day by the clock that made the page, whose offset stands at the end of `made`. */
function dayThere(now: Date, made: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(made) ?? []
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return new Date(now.getTime() + ahead * MINUTE).toISOString().slice(0, 10)
}

async function takeOver(): Promise<void> {
  const main = document.querySelector<HTMLElement>('main')
  if (!main) throw new Error('session-player: the page has no main')
  const data = readData(document)
  if (!crypto.subtle) throw new Error('session-player: this page is not secure, so no table is read')
  const world: World = await worldOf(data.world)
  const outbox = await open()
  const known = await resume(data, outbox, world, stamp)
  const now = new Date()
  const ended = known !== null && known.at(now.getTime()).step === 'finished'
  const player = new SessionPlayer()
  player.data = data
  player.world = world
  player.outbox = outbox
  player.stale = known === null || ended ? stale(data, known, now) : null
  const shown = await shows(ended, player, known)
  player.addEventListener('paced', () => drive(player))
  await player.begin(shown)
  main.replaceChildren(player)
}

/** A session that is over is shown again only when it called for help and nobody knows yet. */
async function shows(ended: boolean, player: SessionPlayer, course: Course | null): Promise<Course | null> {
  if (!ended || !course) return course
  if (player.stale !== 'stale_session') return null
  const { outcome } = course.at(Date.now())
  return outcome?.verdict === 'STOP_AND_ESCALATE' ? course : null
}

takeOver().catch((error: unknown) => {
  // Without a place to keep events the server's page is the better one.
  if (!(error instanceof NoStore)) throw error
})
