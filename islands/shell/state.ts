// Is all that was entered in the diary? One calm line on every page, with words from the page.

import { open, type OutboxState } from '../shared/outbox.ts'
import { trust } from './keeping.ts'

/** Show the line, and keep it true; resolves once it is known whether anything can be kept. */
export async function showState(line: HTMLElement): Promise<void> {
  const said = line.dataset
  const link = line.querySelector('a')
  const plain = line.querySelector('span')
  if (!link || !plain) throw new Error('shell-state: its parts are missing')
  const say = (text: string | undefined, quiet: boolean) => {
    plain.textContent = quiet ? (text ?? '') : ''
    link.textContent = quiet ? '' : (text ?? '')
    link.hidden = quiet
    line.hidden = !text
  }
  try {
    const outbox = await open()
    // To keep things for good is asked for once there is something to keep.
    const { lost } = await trust(outbox, (await outbox.unsent()).length > 0)
    // A page from a copy is one that the network did not bring; until something gets through.
    let copy = 'copy' in document.body.dataset
    let before = 0
    outbox.watch((state) => {
      copy &&= !(state.unsent < before && state.online)
      before = state.unsent
      if (lost) say(said['lost'], false)
      else say(...words({ ...state, online: state.online && !copy }, said))
    })
    if (navigator.onLine) void outbox.send()
  } catch {
    // Nothing can be kept here (private mode, no room): then it works with the network only.
    say(said['none'], false)
  }
}

export function words(state: OutboxState, said: DOMStringMap): [string | undefined, boolean] {
  const { unsent, refused, online } = state
  if (refused) return [said['refused'], false]
  if (!online && !unsent) return [said['offline'], false]
  if (!unsent) return [said['saved'], true]
  const waits = unsent === 1 ? said['one'] : said['many']?.replace('{}', String(unsent))
  return [online ? waits : `${said['away']} ${waits}`, false]
}
