// Which marks stand on the chart while it is rewritten? One of each place, in the order they came.

import { felt } from './set-case.ts'
import type { Chart, Mark, Side } from './types.ts'
import type { World } from './world.ts'

const QUALITIES = ['pain', 'tingling', 'numbness'] as const
export type Quality = (typeof QUALITIES)[number]

export class Marks {
  private readonly marks = new Map<string, Mark>()
  private readonly world: World

  /** Two marks of the same place are one, the stronger in every quality. */
  constructor(chart: Chart, world: World) {
    this.world = world
    for (const mark of chart) {
      const known = this.get(mark.zone, mark.side)
      const joined = known ? { ...known } : { ...mark }
      for (const what of QUALITIES) joined[what] = Math.max(known?.[what] ?? 0, mark[what] ?? 0)
      this.keep(joined)
    }
  }

  get(zone: string, side: Side): Mark | undefined {
    return this.marks.get(`${side} ${zone}`)
  }

  all(): Mark[] {
    return [...this.marks.values()]
  }

  /** One quality of one place; out of its range it is refused. */
  set(zone: string, side: Side, what: Quality, value: number): void {
    this.keep({ ...(this.get(zone, side) ?? { zone, side }), [what]: value })
  }

  private keep(mark: Mark): void {
    for (const what of QUALITIES) {
      const [low, high] = this.world.ranges[what]
      const value = mark[what] ?? 0
      if (!(low <= value && value <= high)) {
        throw new RangeError(`${what}: ${value} is not allowed; ${low} to ${high}`)
      }
    }
    this.marks.set(`${mark.side} ${mark.zone}`, mark)
  }

  /** What is felt anywhere, as it is stored: a quality that is not there is left out. */
  chart(): Chart {
    return this.all().filter(felt).map(stored)
  }
}

function stored({ zone, side, pain, tingling, numbness, usual }: Mark): Mark {
  return {
    zone,
    side,
    ...(pain ? { pain } : {}),
    ...(tingling ? { tingling } : {}),
    ...(numbness ? { numbness } : {}),
    ...(usual ? { usual } : {}),
  }
}
