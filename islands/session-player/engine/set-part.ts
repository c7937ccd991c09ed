// Has one part of the body changed for the better in a set? The questions of set_case.SetPart.

import type { LegState } from './body.ts'
import type { SetPart } from './set-case.ts'
import { limit } from './world.ts'

/** A leg that is not affected; with no affected leg both count as affected. */
export function secondLeg(part: SetPart): boolean {
  const { affected } = part.set.context
  return part.part !== 'back' && affected.length > 0 && !affected.includes(part.part)
}

/** How far it reaches: pain, or tingling when t0 had tingling but no pain. */
function distal(part: SetPart, now: LegState): number {
  if (!part.t0.intensity && (part.t0.tingling || part.t0.front_tingling)) {
    return Math.max(now.tingling, now.front_tingling)
  }
  return Math.max(now.pain, now.front_pain)
}

/** It reaches less far than at the set's own t0. */
export function nearer(part: SetPart, now: LegState | null): boolean {
  return now !== null && distal(part, now) < distal(part, part.t0)
}

/** At t1 and t2 pain is clearly less, or the same zone tingles or is numb a grade less. */
export function less(part: SetPart): boolean {
  const { t0, t1, t2 } = part
  if (t1 === null || t2 === null) return false
  const after = [t1, t2]
  const strongest = Math.max(t1.intensity, t2.intensity)
  if (t0.intensity - strongest >= limit(part.set.world, 'set.leg_down')) return true
  return (['tingling_at', 'numbness_at'] as const).some((what) =>
    Object.entries(t0[what]).some(([zone, grade]) =>
      after.every((now) => (now[what][zone] ?? 0) < grade),
    ),
  )
}
