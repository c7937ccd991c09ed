// How is a set paced? From a movement's poses and its dose follows one list of timed parts, which
// the caption, the sound, the voice and the figure all read. Pure: no clock, no page.

export interface Pose {
  readonly name: string
  /** Seconds to get there, and seconds to stay. */
  readonly seconds: number
  readonly hold: number
}

export interface Dose {
  readonly reps: number | null
  /** The repetitions are holds: the position is kept for `hold` seconds. */
  readonly holds: boolean
  readonly hold: number | null
  readonly minutes: number | null
  /** Least and most seconds each way. */
  readonly each: readonly [number, number] | null
}

export type Kind = 'move' | 'hold' | 'rest' | 'end'

/** One part of a set, `seconds` long; it follows the part before it without a gap. */
export interface Part {
  readonly at: number
  readonly seconds: number
  readonly kind: Kind
  /** Which words: the name of a pose, or hold, back, start, halfway, one_minute. */
  readonly name: string
  /** The repetition it belongs to, from 1; 0 outside of them. */
  readonly rep: number
  /** Where the figure is when it begins and ends, in seconds of the figure's cycle. */
  readonly from: number
  readonly to: number
  /** Is it spoken, or only shown? */
  readonly spoken: boolean
}

export interface Plan {
  readonly parts: readonly Part[]
  readonly reps: number
  readonly seconds: number
}

/** When the figure arrives at a pose and when it leaves it, in seconds of its cycle. */
export interface Stop {
  readonly there: number
  readonly leave: number
}

const MINUTE = 60
const REACH_BACK = 2
/** A hold this long is spoken and counted; a shorter one is only shown. */
export const LONG_HOLD = 4
/** A way that has no tempo of its own. */
const EACH_WAY = 3

/** The stops of the figure's cycle: the first pose, each next one, and the first one again. */
export function stops(poses: readonly Pose[]): Stop[] {
  const found: Stop[] = []
  let at = 0
  poses.forEach((pose, n) => {
    if (n) at += pose.seconds
    found.push({ there: at, leave: at + pose.hold })
    at += pose.hold
  })
  const first = poses[0]
  if (first) found.push({ there: at + first.seconds, leave: at + first.seconds })
  return found
}

class Writer {
  readonly parts: Part[] = []
  at = 0

  add(kind: Kind, name: string, seconds: number, rep: number, from: number, to: number): void {
    if (seconds <= 0) return
    const spoken = kind !== 'hold' || seconds >= LONG_HOLD
    this.parts.push({ at: this.at, seconds, kind, name, rep, from, to, spoken })
    this.at += seconds
  }
}

/** The plan of one set. Throws RangeError for a movement without poses or without a dose. */
export function pace(poses: readonly Pose[], dose: Dose, half = false): Plan {
  const known = stops(poses)
  if (poses.length < 2) throw new RangeError('poses: a movement has two at least')
  const writer = new Writer()
  if (dose.minutes) stay(writer, known, dose.minutes)
  else if (!dose.reps) throw new RangeError('dose: neither repetitions nor minutes')
  else if (dose.holds) holds(writer, poses, known, dose, half)
  else repeat(writer, poses, known, dose, half)
  const reps = dose.minutes ? 0 : (dose.reps ?? 0)
  return { parts: writer.parts, reps, seconds: writer.at }
}

/** Lying at ease or walking: the figure goes round and round, the middle and the end are told. */
function stay(writer: Writer, known: readonly Stop[], minutes: number): void {
  const cycle = known[known.length - 1]!.there
  const seconds = minutes * MINUTE
  const marks: [string, number][] = [['rest', 0]]
  if (minutes >= 4) marks.push(['halfway', seconds / 2])
  marks.push(['one_minute', seconds - MINUTE])
  marks.forEach(([name, at], n) => {
    const until = marks[n + 1]?.[1] ?? seconds
    const begins = at % cycle
    writer.add('rest', name, until - at, 0, begins, begins + (until - at))
  })
}

function tempo(pose: Pose, dose: Dose): number {
  const [least, most] = dose.each ?? [pose.seconds || EACH_WAY, pose.seconds || EACH_WAY]
  return Math.min(Math.max(pose.seconds, least), most)
}

/** To and fro between the poses after the first; only at the start and the end through the first. */
function repeat(
  writer: Writer,
  poses: readonly Pose[],
  known: readonly Stop[],
  dose: Dose,
  half: boolean,
): void {
  const first = known[0]!
  const reps = dose.reps!
  // At half the range the figure turns round half way, and comes back to where it began.
  const reach = (n: number) =>
    half ? (n === 1 ? (first.leave + known[1]!.there) / 2 : first.leave) : known[n]!.there
  let figure = first.leave
  for (let rep = 1; rep <= reps; rep += 1) {
    for (let n = 1; n < poses.length; n += 1) {
      const pose = poses[n]!
      const to = reach(n)
      writer.add('move', pose.name, tempo(pose, dose), rep, figure, to)
      const held = n === 1 && dose.hold ? dose.hold : pose.hold
      const stays = half ? to : known[n]!.leave
      writer.add('hold', 'hold', held, rep, to, half ? to : stays)
      // The way back to the first of these poses is the way here, backwards.
      figure = half ? to : n === poses.length - 1 ? to : stays
    }
    if (poses.length === 2) {
      writer.add('move', 'back', tempo(poses[0]!, dose), rep, figure, first.leave)
      figure = first.leave
    }
  }
  const last = known[poses.length - 1]!
  const end = half || poses.length === 2 ? first.leave : known[poses.length]!.there
  writer.add('end', 'start', REACH_BACK, 0, half || poses.length === 2 ? figure : last.leave, end)
}

/** A position is taken up once; then it is gone into, held and left again. */
function holds(
  writer: Writer,
  poses: readonly Pose[],
  known: readonly Stop[],
  dose: Dose,
  half: boolean,
): void {
  const longest = Math.max(...poses.slice(1).map((pose) => pose.hold))
  const held = poses.findIndex((pose, n) => n > 0 && pose.hold === longest)
  for (let n = 1; n < held; n += 1) {
    const pose = poses[n]!
    writer.add('move', pose.name, tempo(pose, dose), 0, known[n - 1]!.leave, known[n]!.there)
  }
  const from = known[held - 1]!.leave
  const full = known[held]!.there
  const to = half ? (from + full) / 2 : full
  const seconds = dose.hold ?? longest
  for (let rep = 1; rep <= dose.reps!; rep += 1) {
    writer.add('move', poses[held]!.name, tempo(poses[held]!, dose), rep, from, to)
    writer.add('hold', 'hold', seconds, rep, to, to)
    writer.add('move', 'back', tempo(poses[held]!, dose), rep, to, from)
  }
  writer.add('end', 'start', REACH_BACK, 0, from, known[0]!.leave)
}

/** The part that runs at this second; the last one after the end. */
export function partAt(plan: Plan, second: number): Part {
  const last = plan.parts[plan.parts.length - 1]!
  return plan.parts.find((part) => second < part.at + part.seconds) ?? last
}

/** Where the figure is at this second, in seconds of its cycle; it starts and stops softly. */
export function figureAt(plan: Plan, second: number, cycle: number): number {
  const part = partAt(plan, second)
  const share = Math.min(Math.max((second - part.at) / part.seconds, 0), 1)
  const soft = part.kind === 'rest' ? share : share * share * (3 - 2 * share)
  return (part.from + (part.to - part.from) * soft) % Math.max(cycle, 1)
}

/** The length of the figure's cycle. */
export function cycleOf(poses: readonly Pose[]): number {
  const known = stops(poses)
  return known[known.length - 1]?.there ?? 0
}
