// Which shapes does a moving picture show at a given second? From the file that the server draws:
// first points and the steps from frame to frame. Pure: no page, no clock.

export interface Pose {
  readonly name: string
  /** Seconds it is held; the second of the cycle and the frame at which it is reached. */
  readonly hold: number
  readonly at: number
  readonly frame: number
}

interface Layer {
  readonly tone: string
  readonly fill: string
  readonly line: string
  readonly width: number
  /** How many points each outline has. */
  readonly sizes: readonly number[]
  /** x, y, x, y, ... of the first frame in tenths of a unit. */
  readonly points: readonly number[]
  /** How each step to the next frame differs from the step before; empty where nothing moves. */
  readonly steps: readonly (readonly number[])[]
}

export interface Drawing {
  readonly format: number
  readonly box: readonly [number, number, number, number]
  readonly mirror: string
  readonly striped: boolean
  /** The movement flows on and never rests. */
  readonly even: boolean
  readonly cycle: number
  readonly poses: readonly Pose[]
  /** The arrow of each pose, as path data; empty where nothing moves. */
  readonly ways: readonly string[]
  /** Fill and path of what never moves. */
  readonly scene: readonly (readonly [string, string])[]
  readonly layers: readonly Layer[]
}

/** The points of one layer in every frame; a layer that never changes has one frame only. */
export interface Track {
  readonly layer: Layer
  readonly frames: readonly Float32Array[]
}

const FORMAT = 1

/** The drawing that a text holds. Throws when it is none that this script knows. */
export function read(found: unknown): Drawing {
  const drawing = found as Partial<Drawing> | null
  if (drawing?.format !== FORMAT) throw new Error(`figure: format ${drawing?.format} is not known`)
  if (!drawing.poses?.length || !drawing.layers?.length) throw new Error('figure: nothing is drawn')
  return drawing as Drawing
}

export function tracks(drawing: Drawing): Track[] {
  return drawing.layers.map((layer) => {
    const frames = [Float32Array.from(layer.points, (value) => value / 10)]
    const sum = [...layer.points]
    const step = sum.map(() => 0)
    for (const changes of layer.steps) {
      changes.forEach((change, n) => (sum[n]! += step[n]! += change))
      frames.push(Float32Array.from(sum, (value) => value / 10))
    }
    return { layer, frames }
  })
}

/** How many frames a cycle has. */
export function length(drawing: Drawing): number {
  return Math.max(...drawing.layers.map((layer) => layer.steps.length)) + 1
}

function soft(share: number): number {
  return share * share * (3 - 2 * share)
}

/** The pose that is held, or moved away from, at this second of the cycle. */
export function poseAt(drawing: Drawing, second: number): number {
  const at = wrapped(second, drawing.cycle)
  return drawing.poses.filter((pose) => pose.at <= at).length - 1
}

function wrapped(second: number, cycle: number): number {
  return cycle ? ((second % cycle) + cycle) % cycle : 0
}

/** The pose that is being moved away from; -1 while one is held. */
export function wayAt(drawing: Drawing, second: number): number {
  const at = wrapped(second, drawing.cycle)
  const here = poseAt(drawing, at)
  const pose = drawing.poses[here]!
  return at > pose.at + pose.hold ? here : -1
}

/** Where between the frames the picture stands; `eased` starts and stops each way softly. */
export function frameAt(drawing: Drawing, second: number, eased: boolean): number {
  const at = wrapped(second, drawing.cycle)
  const here = poseAt(drawing, at)
  const pose = drawing.poses[here]!
  const next = drawing.poses[here + 1]
  const leaves = pose.at + pose.hold
  const share = Math.max(0, (at - leaves) / ((next?.at ?? drawing.cycle) - leaves))
  const way = (next?.frame ?? length(drawing)) - pose.frame
  return pose.frame + way * (eased && !drawing.even ? soft(share) : share)
}

/** The points of a track between two frames; after the last frame comes the first again. */
export function pointsAt(track: Track, frame: number, into: Float32Array): Float32Array {
  const { frames } = track
  const whole = Math.floor(frame)
  const here = frames[whole % frames.length]!
  const there = frames[(whole + 1) % frames.length]!
  const share = frame - whole
  for (let n = 0; n < into.length; n += 1) into[n] = here[n]! + (there[n]! - here[n]!) * share
  return into
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Smooth closed outlines through the points, as the server draws them (Catmull-Rom). */
export function pathOf(points: ArrayLike<number>, sizes: readonly number[]): string {
  let text = ''
  let start = 0
  for (const size of sizes) {
    const at = (n: number) => start + 2 * ((n + size) % size)
    text += `M${round(points[at(0)]!)} ${round(points[at(0) + 1]!)}`
    for (let n = 0; n < size; n += 1) {
      const [a, b, c, d] = [at(n - 1), at(n), at(n + 1), at(n + 2)]
      text += 'C'
      for (let xy = 0; xy < 2; xy += 1) {
        text += `${round(points[b + xy]! + (points[c + xy]! - points[a + xy]!) / 6)} `
      }
      for (let xy = 0; xy < 2; xy += 1) {
        text += `${round(points[c + xy]! - (points[d + xy]! - points[b + xy]!) / 6)} `
      }
      text += `${round(points[c]!)} ${round(points[c + 1]!)}`
    }
    text += 'Z'
    start += 2 * size
  }
  return text
}
