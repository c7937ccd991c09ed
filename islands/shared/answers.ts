// Which entries could change what is open? Nobody here judges them; they only make a copy too old,
// and let no set go on until the server has read them.

import type { Kept } from './events.ts'

/** Notes decide nothing, and neither does "none of these" before a session. */
export function changes({ event }: Kept): boolean {
  if (event.what !== 'form') return true
  return !/\/note\/|\/note\/\d+\//.test(event.path) && !isScreen(event.path, event.fields)
}

/** Were the questions before a session answered with "none of these"? */
export function isScreen(path: string, fields: Readonly<Record<string, readonly string[]>>): boolean {
  return path.startsWith('/check-in/QS/') && fields['answer']?.[0] === 'none' && !fields['tick']?.length
}

/** When the questions before a session were last answered with "none of these"; 0 for never. What the
 * diary did not take does not count. */
export function lastScreen(entered: readonly Kept[]): number {
  const taken = ({ stage }: Kept) => stage === 'unsent' || stage === 'sent'
  const found = entered.flatMap((kept) =>
    kept.event.what === 'form' && taken(kept) && isScreen(kept.event.path, kept.event.fields)
      ? [Date.parse(kept.event.at)] : [])
  return Math.max(0, ...found)
}

/** Is it in no page that was asked for at this moment, on the clock of this device? It waits, or it
 * arrived later, whatever the clock said when it was entered. */
export function isMissing({ stage, settled = 0 }: Kept, asked: number): boolean {
  return stage === 'unsent' || settled > asked
}

/** Was anything answered since this session began that could close it, and that the page made then
 * knows nothing of? Its own strength check is not: the player asks for it, and has counted it. */
export function answeredSince(
  session: string,
  entered: readonly Kept[],
  made: string,
  asked: number,
): boolean {
  const begun = entered.findIndex((one) => one.uuid === session)
  const unknown = (kept: Kept) => isMissing(kept, asked) || Date.parse(kept.event.at) > Date.parse(made)
  return begun >= 0 && entered.slice(begun).some((kept) => isAnswer(kept) && unknown(kept))
}

function isAnswer(kept: Kept): boolean {
  const { event } = kept
  return event.what === 'form' && changes(kept) && !event.path.startsWith('/check-in/strength/')
}
