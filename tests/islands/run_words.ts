// Which words does each set ask for? Reads movements with their words from stdin, paces each in full
// and at half the range, and prints what is said: an unknown word is an error, as in the player.

import { readFileSync } from 'node:fs'
import { Words } from '../../islands/session-player/data.ts'
import { caption, cuesOf } from '../../islands/session-player/pacer.ts'
import { cycleOf, figureAt, pace, stops } from '../../islands/session-player/pacing.ts'

const { movements, words: known } = JSON.parse(readFileSync(0, 'utf8'))
const words = new Words(known)
const found: Record<string, unknown> = {}
for (const [id, movement] of Object.entries<any>(movements)) {
  for (const half of [false, true]) {
    const plan = pace(movement.poses, movement.dose, half)
    const last = stops(movement.poses).at(-1)!.there
    const places = plan.parts.map((part) => figureAt(plan, part.at + part.seconds / 2, cycleOf(movement.poses)))
    found[`${id}${half ? ' half' : ''}`] = {
      shown: plan.parts.map((part) => caption(part, words, id)),
      said: cuesOf(plan, id, words).flatMap((cue) => cue.say ?? []),
      reps: plan.reps,
      inFigure: places.every((at) => at >= 0 && at <= last),
    }
  }
}
console.log(JSON.stringify(found))
