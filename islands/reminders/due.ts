// Which reminder is due now, and when is the next? The clock and what was seen are given.

export interface Reminder {
  readonly id: string
  /** By the clock on the wall, without a zone: "2026-11-20T09:00". */
  readonly at: string
  readonly title: string
  readonly text: string
  /** Shown only when the server was just asked whether it still holds. */
  readonly fresh: boolean
}

/** A reminder that was missed longer ago than this is not made up for. */
export const LATE_MS = 10 * 60_000
/** The list is asked for anew at least this often. */
const LONGEST_WAIT_MS = 60 * 60_000

const moment = (reminder: Reminder): number => new Date(reminder.at).getTime()

/** The newest that is due and was not seen; of two at once, the one that leads to a check-in. */
export function due(
  reminders: readonly Reminder[],
  now: number,
  seen: ReadonlySet<string>,
): Reminder | undefined {
  return reminders
    .filter((one) => moment(one) <= now && now - moment(one) < LATE_MS)
    .sort((a, b) => moment(b) - moment(a) || Number(b.fresh) - Number(a.fresh))
    .slice(0, 1)
    .find((one) => !seen.has(one.id))
}

/** How long to wait before the next look. */
export function wait(reminders: readonly Reminder[], now: number): number {
  const ahead = reminders.map((one) => moment(one) - now).filter((ms) => ms > 0)
  return Math.min(LONGEST_WAIT_MS, ...ahead)
}
