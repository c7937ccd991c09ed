// May a session still start from this page? Asked when the page is made, and again at the tap on
// Start: a page may lie open over night, or a session may have been done in another tab.

import { changes, isMissing } from '../shared/answers.ts'
import type { Kept } from '../shared/outbox.ts'
import type { Course } from './course.ts'
import type { SessionData } from './data.ts'

const MINUTE = 60_000
/** When this page was asked for, on the clock of this device. */
export const ASKED = Date.now() - performance.now()

/** What was entered here without the diary that made this page knowing of it: a stop, a session, a
 * sign. It waits, arrived only since, or was entered today and counts for nothing there. */
export function unknownTo(day: string, entered: readonly Kept[], asked = ASKED): readonly Kept[] {
  return entered.filter((kept) => changes(kept) && (isMissing(kept, asked) || isLost(kept, day)))
}

/** A part of a session that was set aside calls for help at most: it stops nothing there. */
function isLost({ stage, event }: Kept, day: string): boolean {
  const lost = stage === 'refused' || (stage === 'aside' && event.what === 'session.event')
  return lost && event.at.startsWith(day)
}

/** Why no session may start from this page; null when it may. */
export function stale(
  data: Pick<SessionData, 'day' | 'made' | 'until' | 'open'>,
  course: Pick<Course, 'events'> | null,
  unknown: readonly Kept[],
  now: Date,
): string | null {
  if (dayThere(now, data.made) !== data.day) return 'stale_day'
  // Open when the page was made, or with events since: a session is over, and counts. Before the
  // screen, for one that called for help is shown again, however old that is (main.ts).
  const last = course?.events.at(-1)
  const since = last && Date.parse(last.at) > Date.parse(data.made)
  if (data.open || unknown.length || since) return 'stale_session'
  return now.getTime() > Date.parse(data.until) ? 'stale_screen' : null
}

/** The day by the clock that made the page, whose offset stands at the end of `made`. */
function dayThere(now: Date, made: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(made) ?? []
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return new Date(now.getTime() + ahead * MINUTE).toISOString().slice(0, 10)
}
