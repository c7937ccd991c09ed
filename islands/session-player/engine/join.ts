// How are outcomes joined? The strictest decides, and no reason and no question is lost.
// The same as `worst` in spineward/clinical/set_verdict.py.

import { AT_30, GATES, LEVELS, strictest, VERDICTS, type SetOutcome } from './types.ts'

/** The strictest outcome; of two alike, the one from the lower row. */
export function worst(outcomes: readonly SetOutcome[]): SetOutcome {
  const [first, ...others] = outcomes
  if (first === undefined) throw new RangeError('outcomes: there is none to join')
  if (others.length === 0) return first
  const head = others.reduce(stricter, first)
  const again = outcomes
    .filter((found) => found.verdict === head.verdict)
    .flatMap((found) => (found.re_ask_minutes ? [found.re_ask_minutes] : []))
  return {
    label: head.label,
    verdict: head.verdict,
    row: head.row,
    fired: sorted(outcomes.flatMap((found) => found.fired)),
    level: strictest(LEVELS, outcomes.map((found) => found.level)) ?? head.level,
    gate: strictest(GATES, outcomes.map((found) => found.gate)) ?? null,
    asks: sorted(outcomes.flatMap((found) => found.asks)),
    re_ask_minutes: again.length ? Math.max(...again) : null,
    at_30: strictest(AT_30, outcomes.map((found) => found.at_30)) ?? null,
  }
}

function stricter(one: SetOutcome, other: SetOutcome): SetOutcome {
  const more = VERDICTS.indexOf(other.verdict) - VERDICTS.indexOf(one.verdict)
  return more > 0 || (more === 0 && other.row < one.row) ? other : one
}

/** Names in order, each once. */
export function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
