// Which signs do the readings of a set show? Measuring only; what follows, the tables say.
// The same as spineward/clinical/measured.py: each sign is measured by the function of its name.

import type { SetCase, SetPart } from './set-case.ts'
import { felt } from './set-case.ts'
import { numb, reach, second, tingles } from './measured-part.ts'
import { less, nearer } from './set-part.ts'
import { symptomatic } from './body.ts'
import { LEVELS, strictest, type CareLevel, type Part } from './types.ts'
import { limit, type World } from './world.ts'

export type Labels = Readonly<Record<string, string>>

/** The signs of a set by name and label, as the tables know them. */
export interface Told {
  readonly whole: Labels
  readonly parts: Readonly<Record<Part, Labels>>
  readonly read: readonly Part[]
}

const yes = (value: boolean): string => (value ? 'yes' : 'no')

/** All signs of a set whose readings stand part by part. */
export function signsOf(found: SetCase): Told {
  const [left, right, back] = found.parts
  const legs = [left, right].filter((part) => symptomatic(part.t0)).map((part) => part.part)
  const read: readonly Part[] = legs.length ? legs : ['back']
  const parts = { left: signsOfPart(left), right: signsOfPart(right), back: signsOfPart(back) }
  parts.back = { ...parts.back, back_up: backUp(back, read.map((part) => parts[part])) }
  return { whole: signsOfSet(found), parts, read }
}

function signsOfSet(found: SetCase): Labels {
  const symptoms = found.context.symptoms ?? []
  return {
    red_flag: redFlag(found),
    weak: weak(found),
    dizzy: yes(symptoms.includes('dizzy')),
    chest: yes(symptoms.includes('chest')),
    swelling: yes(symptoms.includes('swelling')),
    stop_asked: yes(symptoms.includes('stop_asked')),
    severe_leg: yes(severeLeg(found)),
    stopped_before: yes(stoppedBefore(found)),
    row5_before: yes((found.context.row5_before ?? 0) > 0),
    answered: yes(Boolean(found.readings.t1)),
    overdue: yes(found.overdue),
    settling: settling(found),
    any_felt: yes(anyFelt(found)),
  }
}

function signsOfPart(part: SetPart): Labels {
  return {
    second: second(part),
    numb: numb(part),
    reach: reach(part),
    tingles: tingles(part),
    stronger: stronger(part),
    nearer_t1: yes(nearer(part, part.t1)),
    nearer_t2: part.t2 === null ? 'missing' : yes(nearer(part, part.t2)),
    less: yes(less(part)),
    back_up: 'no',
  }
}

/** The level of a red flag; one that the page does not know counts as the worst. */
export function itemLevel(item: string, world: World): CareLevel {
  return world.flags[item] ?? 'EMERGENCY'
}

/** The level of the worst red flag ticked. */
function redFlag(found: SetCase): string {
  const ticked = (found.context.red_flags ?? []).map((item) => itemLevel(item, found.world))
  return strictest(LEVELS, ticked) ?? 'none'
}

/** A leg newly weak or weaker at any reading; not sure = still unclear after the check. */
function weak(found: SetCase): string {
  if (found.weakness.has('new_or_more')) return 'new_or_more'
  return found.weakness.has('not_sure') ? 'not_sure' : 'none'
}

/** Pain of a leg at or over the most with which a session goes on, at any reading. */
function severeLeg(found: SetCase): boolean {
  const most = limit(found.world, 'set.leg_stop')
  return found.views.some((view) => Math.max(view.left.intensity, view.right.intensity) >= most)
}

/** One more stopped movement is the last of this session. */
function stoppedBefore(found: SetCase): boolean {
  const now = (found.context.stops_before ?? 0) + 1
  return now >= limit(found.world, 'set.stops_per_session')
}

/** How it stands ten minutes after a movement was stopped. */
function settling(found: SetCase): string {
  if (!found.readings.at_10) return 'not_asked'
  return found.settled ? 'settled' : 'not_settled'
}

/** Anything at all, at any reading. */
function anyFelt(found: SetCase): boolean {
  return found.given.some((reading) => reading.chart.some(felt))
}

/** Leg pain clearly stronger, or sharp or shooting where it was not. */
function stronger(part: SetPart): string {
  if (part.part === 'back') return 'no'
  const up = limit(part.set.world, 'set.leg_up')
  if (part.peak.intensity >= part.base.intensity + up) return 'stronger'
  return part.set.sharp ? 'sharp' : 'no'
}

/** Clearly more back pain; and did all that is read for change draw nearer meanwhile? */
function backUp(back: SetPart, read: readonly Labels[]): string {
  const up = limit(back.set.world, 'set.back_up')
  if (back.peak.intensity < back.base.intensity + up) return 'no'
  const drew = read.every((part) => part['nearer_t1'] === 'yes' && part['nearer_t2'] === 'yes')
  return drew ? 'up_while_nearer' : 'up'
}
