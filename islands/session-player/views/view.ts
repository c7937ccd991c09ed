// Which page is shown? That of the present step, or the one that lies over it.

import { html, nothing, type TemplateResult } from 'lit'
import type { SessionPlayer } from '../player.ts'
import { ask } from './ask.ts'
import { finished } from './end.ts'
import { movement } from './movement.ts'
import { elsewhere, fault, noStore, note, stale, start, swap } from './start.ts'
import { verdict } from './verdict.ts'
import { reAsk, settle, upright } from './waiting.ts'

export function view(player: SessionPlayer): TemplateResult | typeof nothing {
  if (!player.words) return nothing
  const over = player.over && overs[player.over]
  if (over) return over(player)
  if (player.world.response.fault) return fault(player)
  if (!player.course) return player.stale ? stale(player, player.stale) : start(player)
  switch (player.state!.step) {
    case 'movement':
      return movement(player)
    case 'after_set':
      return ask(player)
    case 'upright':
      return upright(player)
    case 'settle':
      return settle(player)
    case 'verdict':
      return verdict(player)
    case 're_ask':
      return reAsk(player)
    case 'finished':
      return finished(player)
  }
  return html``
}

const overs = { swap, note, unsaved: note, elsewhere, no_store: noStore, fault }
