// How is the leg drawn that shows how far down it reaches? The mark of the product, with the steps
// of the page's own drawing.

import { svg, type TemplateResult } from 'lit'
import type { LowestPoint } from '../engine/after-set.ts'
import { backState, LEGS, legState } from '../engine/body.ts'
import type { Leg, Reading } from '../engine/types.ts'
import type { SessionPlayer } from '../player.ts'

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const WIDTH = 140

/** The lowest point of one leg as the short page names it: a rank, or the front of the thigh. */
export function lowestOf(player: SessionPlayer, reading: Reading, leg: Leg): LowestPoint {
  const state = legState(reading.chart, leg, player.world)
  const path = Math.max(state.pain, state.tingling)
  if (state.front_pain > path) return 'front'
  return path || backState(reading.chart, player.world).pain
}

/** The lowest point of all, for the picture of a verdict. */
export function lowestOfAll(player: SessionPlayer, reading: Reading): LowestPoint {
  const legs = player.known.legs.length ? player.known.legs : LEGS
  const found = legs.map((leg) => lowestOf(player, reading, leg))
  return found.sort((one, other) => rank(other) - rank(one))[0] ?? 0
}

function rank(point: LowestPoint): number {
  return point === 'front' ? 4 : point
}

/** The drawn leg: what is reached now is filled, a dashed ring stands where it ended before. */
export function legSvg(
  player: SessionPlayer,
  now: LowestPoint | null,
  before: LowestPoint | null,
  leg: Leg,
  words: string,
): TemplateResult {
  const turn = leg === 'left' ? `matrix(-1 0 0 1 ${WIDTH} 0)` : ''
  const reach = typeof now === 'number' ? now : 0
  const kind = (step: number) => (step === reach ? 'here' : step < reach ? 'above' : '')
  return svg`<svg class="leg-strip" role="img" viewBox="0 0 140 358" aria-label=${words}>
    <g transform=${turn}>
      ${STEPS.map(
        (step) => svg`<path class="leg-step ${kind(step)}" d=${player.data.leg[String(step)]!} />`,
      )}
      ${now === 'front' ? svg`<path class="leg-step here" d=${player.data.leg['front']!} />` : ''}
      ${before && before !== now
        ? svg`<path class="leg-before" d=${player.data.leg[String(before)]!} />`
        : ''}
    </g>
  </svg>`
}
