// How does a session begin? One tab takes it, the page is not too old, and its start is on the disk.

import { newId, stamp } from '../shared/outbox.ts'
import { begin, resume } from './course.ts'
import { stale, unknownTo } from './fresh.ts'
import type { SessionPlayer } from './player.ts'

export function start(player: SessionPlayer): Promise<void> {
  return player.once(async (seen) => {
    await seen
    if (!(await player.tab.take())) return void (player.over = 'elsewhere')
    if (await tooLate(player)) return
    const { data, outbox, world } = player
    player.course = await begin(data, newId(), outbox, world, stamp)
    player.moved()
  })
}

/** The page may have lain open since: over night, or while another tab did a session. */
async function tooLate(player: SessionPlayer): Promise<boolean> {
  const { data, outbox, world } = player
  const known = await resume(data, outbox, world, stamp)
  const now = new Date()
  if (known && known.at(now.getTime()).step !== 'finished') {
    location.reload()
    return true
  }
  player.stale = stale(data, known, unknownTo(data.day, await outbox.all()), now)
  return player.stale !== null
}

/** The other tab has it; here it goes on. */
export async function continueHere(player: SessionPlayer): Promise<void> {
  await player.tab.steal()
  location.reload()
}
