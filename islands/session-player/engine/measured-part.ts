// What did one part of the body show in the set: the other leg, numbness, reach, tingling?
// The second half of spineward/clinical/measured.py.

import type { Grades, LegState } from './body.ts'
import { felt, legsSymptomatic, type SetCase, type SetPart } from './set-case.ts'
import { secondLeg } from './set-part.ts'
import { further, gradeUp } from './states.ts'
import { limit, zoneOf, type World } from './world.ts'

/** What the leg that is not affected shows beyond its t0, and 30 minutes on. */
export function second(part: SetPart): string {
  if (!secondLeg(part)) return 'no'
  if (beyond(part.base, part.later, part.set.world)) return 'beyond'
  if (part.later.pain <= part.base.pain) return 'no'
  const asked = part.set.readings.at_30
  if (part.at_30 === null || !asked) return 'buttock'
  if (asked.not_sure?.length) return 'buttock_unsure'
  return part.at_30.pain > part.base.pain ? 'buttock_still' : 'buttock_settled'
}

/** Tingling or numbness in the leg, or pain well below the buttock or in front of the thigh. */
function beyond(base: LegState, now: LegState, world: World): boolean {
  if (now.front_pain > base.front_pain) return true
  if (now.pain > base.pain && now.pain >= limit(world, 'set.second_leg_rank')) return true
  const grown = (before: Grades, grades: Grades): boolean =>
    Object.entries(grades).some(
      ([zone, grade]) =>
        grade > (before[zone] ?? 0) && zoneOf(world, zone).rank >= world.leg_rank,
    )
  return grown(base.tingling_at, now.tingling_at) || grown(base.numbness_at, now.numbness_at)
}

/** Numbness up a grade in any zone or new in any zone, and how it stands 30 minutes on. */
export function numb(part: SetPart): string {
  const before = part.base.numbness_at
  const unsureNow = part.set.readings.at_30?.not_sure?.includes('numbness') ?? false
  const more = gradeUp(before, part.later.numbness_at)
  if (!(more || unsureNow || part.set.unsure.has('numbness'))) return 'no'
  if (part.at_30 === null) return more ? 'more' : 'unsure'
  const found = numbAfter(part, part.at_30, unsureNow)
  const sure = found !== 'still' || gradeUp(before, part.at_30.numbness_at)
  return sure ? found : 'still_unsure'
}

/** How numbness stands 30 minutes on; not sure counts as one grade up where it was numb. */
function numbAfter(part: SetPart, now: LegState, unsure: boolean): string {
  const { world, parts } = part.set
  const base = part.base.numbness_at
  const dense = limit(world, 'b9.grade')
  const risen: Record<string, number> = {}
  for (const [zone, grade] of Object.entries(now.numbness_at)) {
    if (grade > (base[zone] ?? 0)) risen[zone] = grade
  }
  if (unsure) {
    if (!parts.some((other) => Object.keys(other.base.numbness_at).length)) return 'still'
    for (const [zone, grade] of Object.entries(base)) risen[zone] ??= Math.min(grade + 1, dense)
  }
  const bad = Object.entries(risen).some(([zone, grade]) => {
    const was = base[zone]
    return was === undefined || grade - was > 1 || (grade >= dense && foot(zone, world))
  })
  if (bad) return 'still'
  return Object.keys(risen).length ? 'still_one_grade' : 'settled'
}

function foot(zone: string, world: World): boolean {
  const bands = [...world.zones.values()].map((known) => known.band)
  return zoneOf(world, zone).band === Math.max(...bands)
}

/** Pain or tingling further from the spine by a rank or more, or its place is unclear. */
export function reach(part: SetPart): string {
  const { set } = part
  if (part.part === 'back' && legsSymptomatic(set.t0)) return 'no'
  if (set.unsure.has('place')) return 'unsure'
  if (!further(part.base, part.peak)) return 'no'
  return mildBackAcheOnly(set) ? 'mild_back_ache' : 'further'
}

/** Nothing was felt at the start, and since then only a mild ache in the back. */
function mildBackAcheOnly({ readings, context, given, world }: SetCase): boolean {
  const starts = [readings.t0.chart, context.session_t0 ?? readings.t0.chart]
  if (starts.every((chart) => chart.some(felt))) return false
  const most = limit(world, 'set.back_quiet')
  return given
    .flatMap((reading) => reading.chart)
    .filter(felt)
    .every((mark) => {
      const { rank } = zoneOf(world, mark.zone)
      return 0 < rank && rank < world.leg_rank && (mark.pain ?? 0) <= most && !mark.tingling
    })
}

/** Tingling up a grade, or new in a zone; or the person cannot tell. */
export function tingles(part: SetPart): string {
  if (gradeUp(part.base.tingling_at, part.peak.tingling_at)) return 'more'
  return part.set.unsure.has('tingling') ? 'unsure' : 'no'
}
