// What follows from an answer? The next question; or, when all are answered, the events that go
// on record: red flags and symptoms first, then the readings.

import { stamp } from '../shared/outbox.ts'
import {
  afterSet,
  alarmKnown,
  during,
  next,
  redFlags,
  strengthFields,
  symptoms,
  type Answers,
} from './asking.ts'
import type { What } from './course.ts'
import { readingAfter } from './engine/after-set.ts'
import type { Point, Reading, SessionState } from './engine/types.ts'
import type { SessionPlayer } from './player.ts'
import { remember } from './this-set.ts'

/** Which time point the question of a step asks about. */
const POINTS: Readonly<Partial<Record<SessionState['step'], Point>>> = {
  after_set: 't1',
  upright: 't2',
  settle: 'at_10',
  re_ask: 'at_30',
}

/** A reading as it was before, or as it was right after the set. */
export async function same(player: SessionPlayer, reading: Reading): Promise<void> {
  const { step } = player.state!
  await player.act(readingOf(player, reading))
  player.noted = step === 'settle'
  player.requestUpdate()
}

/** One answer of the short page. */
export async function answer(
  player: SessionPlayer,
  key: string,
  value: string | readonly string[],
): Promise<void> {
  const answers = { ...player.answers, [key]: value }
  const sign = !player.alarmed && alarmKnown(player.known, answers)
  const told = !sign || (await alarm(player, answers))
  if (!sign) player.answers = answers
  remember(player)
  if (told && next(player.known, player.answers) === null) await tell(player)
}

/** Red flags and symptoms are on record before the reading they came with, and before the question
 * after them is shown. False when they are not, and then nothing else is told before them. */
async function alarm(player: SessionPlayer, answers: Answers): Promise<boolean> {
  const red_flags = redFlags(player.known, answers)
  const noticed = symptoms(player.known, answers)
  const step = player.state?.step
  const before = player.course!.events.length
  const any = red_flags.length > 0 || noticed.length > 0
  const sign: What = { kind: 'symptoms', symptoms: noticed, red_flags }
  if (any) await player.act(sign)
  if (player.state?.step !== step) return true
  player.answers = answers
  if (player.course!.events.length === before) {
    if (any && player.over) {
      player.untold = { sign, outcome: player.course!.would(sign, Date.now()).outcome }
      player.requestUpdate()
    }
    return !any
  }
  return (player.asking = player.alarmed = true)
}

async function tell(player: SessionPlayer): Promise<void> {
  const { answers, base, known, world } = player
  const fields = strengthFields(answers)
  // All of it in one go: a second tap adds nothing, and what cannot be read is told.
  await player.once(async (seen) => {
    const moved = during(known, answers)
    const now = readingOf(player, readingAfter(base, afterSet(known, answers), world))
    if (Object.keys(fields).length) {
      const path = '/check-in/strength/?kind=session'
      await player.outbox.add({ what: 'form', at: stamp(), path, fields })
    }
    if (moved) {
      const reading = readingAfter(base, moved, world)
      await player.course!.add({ kind: 'reading', point: 'tdur', reading })
    }
    await player.course!.add(now)
    await seen
    player.moved()
  })
}

function readingOf(player: SessionPlayer, reading: Reading): What {
  const { step } = player.state!
  const point = POINTS[step]
  if (!point) throw new Error(`session-player: ${step} awaits no reading`)
  return { kind: 'reading', point, reading }
}
