// What is asked after a set, one question a page? From the answers so far follows the next
// question, and from all of them a reading. Pure: it shows nothing and decides nothing.

import type { SessionData } from './data.ts'
import type { AfterSet, Felt, LowestPoint } from './engine/after-set.ts'
import type { Leg, Side, Symptom, Unsure, Weakness } from './engine/types.ts'

export type Question =
  | { readonly kind: 'lowest'; readonly leg: Leg; readonly about: 'now' | 'other' | 'during' }
  | { readonly kind: 'pain'; readonly leg: Leg; readonly about: 'now' | 'other' }
  | { readonly kind: 'new' }
  | { readonly kind: 'back_pain' }
  | { readonly kind: 'toilet'; readonly item: string }
  | { readonly kind: 'where'; readonly what: 'tingling' | 'numbness' }
  | { readonly kind: 'grade'; readonly what: 'tingling' | 'numbness' }
  | { readonly kind: 'weakness' }
  | { readonly kind: 'strength'; readonly test: string; readonly leg: Leg }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'check' }

/** Each answer under the key of its question. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

const LEGS: readonly Leg[] = ['left', 'right']
const FIRST_OF_LEG = 3
const RED = ['toilet', 'dizzy', 'chest', 'swelling']

export function keyOf(question: Question): string {
  switch (question.kind) {
    case 'lowest':
      return `lowest.${question.about}.${question.leg}`
    case 'pain':
      return `pain.${question.about}.${question.leg}`
    case 'toilet':
      return question.item
    case 'where':
    case 'grade':
      return `${question.kind}.${question.what}`
    case 'strength':
      return `strength.${question.test}.${question.leg}`
    default:
      return question.kind
  }
}

/** What decides which questions there are. */
export type Known = Pick<SessionData, 'legs' | 'new' | 'strength'>

function inLeg(lowest: string | readonly string[] | undefined): boolean {
  return lowest === 'front' || Number(lowest) >= FIRST_OF_LEG
}

function lowestAndPain(legs: readonly Leg[], about: 'now' | 'other', answers: Answers): Question[] {
  return legs.flatMap((leg): Question[] => {
    const lowest: Question = { kind: 'lowest', leg, about }
    // Nothing in the leg: then its pain is 0, and is not asked.
    const asks = inLeg(answers[keyOf(lowest)])
    return asks ? [lowest, { kind: 'pain', leg, about }] : [lowest]
  })
}

/** Every question that these answers call for, in order: red flags before all other details. */
export function questions(known: Known, answers: Answers): Question[] {
  const ticked = answers['new'] ?? []
  const has = (name: string): boolean => ticked.includes(name)
  const found: Question[] = [...lowestAndPain(known.legs, 'now', answers), { kind: 'new' }]
  if (has('toilet')) {
    found.push(...known.new.toilet.map((item): Question => ({ kind: 'toilet', item })))
  }
  if (has('back')) found.push({ kind: 'back_pain' })
  for (const what of ['tingling', 'numbness'] as const) {
    if (has(what)) found.push({ kind: 'where', what }, { kind: 'grade', what })
  }
  if (has('weakness')) found.push({ kind: 'weakness' })
  if (answers['weakness'] === 'not_sure') {
    for (const { name } of known.strength.tests) {
      found.push(...LEGS.map((leg): Question => ({ kind: 'strength', test: name, leg })))
    }
  }
  const other = LEGS.find((leg) => !known.legs.includes(leg))
  if (has('other_leg') && other) found.push(...lowestAndPain([other], 'other', answers))
  if (has('moved_and_back')) found.push({ kind: 'lowest', leg: known.legs[0]!, about: 'during' })
  if (has('cannot_tell')) found.push({ kind: 'unsure' })
  return [...found, { kind: 'check' }]
}

/** The first question without an answer; null when all are answered. */
export function next(known: Known, answers: Answers): Question | null {
  return questions(known, answers).find((one) => answers[keyOf(one)] === undefined) ?? null
}

/** The answers without the last one given, so that it is asked again. */
export function back(known: Known, answers: Answers): Answers {
  const given = questions(known, answers).filter((one) => answers[keyOf(one)] !== undefined)
  const last = given[given.length - 1]
  if (!last) return answers
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== keyOf(last)))
}

/** Is every question about red flags answered? What calls for help is told before the rest. */
export function alarmKnown(known: Known, answers: Answers): boolean {
  const ticked = answers['new']
  if (ticked === undefined || !RED.some((one) => ticked.includes(one))) return false
  const open = next(known, answers)
  return open?.kind !== 'toilet'
}

/** A items that were affirmed, or left unsure (A1?). */
export function redFlags(known: Known, answers: Answers): string[] {
  const marks: Record<string, string> = { yes: '', not_sure: '?' }
  if (!answers['new']?.includes('toilet')) return []
  return known.new.toilet.flatMap((item) => {
    const mark = marks[String(answers[item])]
    return mark === undefined ? [] : [item + mark]
  })
}

/** Symptoms that end a session by themselves. */
export function symptoms(known: Known, answers: Answers): Symptom[] {
  const ticked = answers['new'] ?? []
  return known.new.symptoms.filter((one) => ticked.includes(one)) as Symptom[]
}

function point(value: string): LowestPoint {
  return value === 'front' ? 'front' : Number(value)
}

/** The whole answer, as the engine reads it. */
export function afterSet(known: Known, answers: Answers): AfterSet {
  const lowest: Partial<Record<Leg, LowestPoint>> = {}
  const pain: Partial<Record<Leg, number>> = {}
  for (const leg of LEGS) {
    for (const about of ['now', 'other']) {
      const said = answers[`lowest.${about}.${leg}`]
      if (said === undefined) continue
      lowest[leg] = point(String(said))
      pain[leg] = Number(answers[`pain.${about}.${leg}`] ?? 0)
    }
  }
  const backPain = answers['back_pain']
  return {
    lowest,
    leg_pain: pain,
    back_pain: backPain === undefined ? null : Number(backPain),
    felt: feltNow(answers),
    sharp_shooting: answers['new']?.includes('sharp') ? 'yes' : null,
    weakness: weakness(known, answers),
    not_sure: (answers['unsure'] ?? []) as readonly Unsure[],
  }
}

function feltNow(answers: Answers): Felt[] {
  return (['tingling', 'numbness'] as const).flatMap((what) => {
    const where = answers[`where.${what}`]
    if (where === undefined) return []
    const cut = String(where).lastIndexOf('-')
    const zone = String(where).slice(0, cut)
    const side = String(where).slice(cut + 1) as Side
    return [{ zone, side, what, grade: Number(answers[`grade.${what}`]) }]
  })
}

/** What was said of a weakness; after "not sure" what the strength check says. */
function weakness(known: Known, answers: Answers): Weakness | null {
  const said = answers['weakness'] as Weakness | undefined
  if (said === undefined) return null
  if (said !== 'not_sure') return said
  const { tests, new: weak, tested } = known.strength
  const done = tests.map(({ name }) =>
    [name, ...LEGS.map((leg) => String(answers[`strength.${name}.${leg}`]))].join(' '),
  )
  if (done.some((one) => weak.includes(one))) return 'new_or_more'
  return done.every((one) => tested.includes(one)) ? 'none' : 'not_sure'
}

/** The strength check as the page of the server sends it; nothing when it was not done. */
export function strengthFields(answers: Answers): Record<string, string[]> {
  const found = Object.entries(answers).filter(([key]) => key.startsWith('strength.'))
  return Object.fromEntries(
    found.map(([key, said]) => [key.split('.').slice(1).join('_'), [String(said)]]),
  )
}

/** The lowest point while moving, when it has gone back since. */
export function during(known: Known, answers: Answers): AfterSet | null {
  const said = answers[`lowest.during.${known.legs[0]}`]
  if (said === undefined) return null
  const lowest = Object.fromEntries(known.legs.map((leg) => [leg, point(String(said))]))
  return { lowest }
}
