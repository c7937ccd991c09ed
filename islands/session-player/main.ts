// Does this page have a session that can run in place? Then the player takes it over; else, or when
// anything it needs is missing, the page of the server stays as it is.

import { open, stamp, NoStore, type Outbox } from '../shared/outbox.ts'
import { resume, type Course } from './course.ts'
import { readData } from './data.ts'
import { worldOf, type World } from './engine/world.ts'
import { stale, unknownTo } from './fresh.ts'
import { SessionPlayer } from './player.ts'
import { stopMarked } from './stop-mark.ts'
import { drive } from './views/movement.ts'

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
  const unknown = unknownTo(data.day, await outbox.all())
  player.stale = known === null || ended ? stale(data, known, unknown, now) : null
  const shown = await shows(ended, player, known)
  player.addEventListener('paced', () => drive(player))
  await player.begin(shown)
  main.replaceChildren(player)
  if (player.stale && !shown && unknown.length) onceArrived(data.day, outbox)
}

/** The page is asked for anew once the diary has what it did not know. */
function onceArrived(day: string, outbox: Outbox): void {
  outbox.watch(async () => {
    if (!unknownTo(day, await outbox.all(), Date.now()).length) location.reload()
  })
  void outbox.send()
}

/** A session that is over is shown again only when it called for help and nobody knows yet. */
async function shows(ended: boolean, player: SessionPlayer, course: Course | null): Promise<Course | null> {
  if (!ended || !course) return course
  if (player.stale !== 'stale_session') return null
  const { outcome } = course.at(Date.now())
  return outcome?.verdict === 'STOP_AND_ESCALATE' ? course : null
}

takeOver().catch((error: unknown) => {
  // Without a place to keep events the server's page is the better one; a STOP that found no place
  // either is told there.
  if (!(error instanceof NoStore)) throw error
  if (stopMarked(readData(document).open?.id)) {
    document.querySelector<HTMLElement>('.stop-form button')?.click()
  }
})
