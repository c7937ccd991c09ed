// What did the person switch on or off? Remembered in this browser.

import type { Senses } from './cues.ts'

export interface Settings extends Senses {
  /** After a calm set the next one starts on its own. */
  onward: boolean
  /** "Stop" is listened for, on this device. */
  listen: boolean
}

const KEY = 'spineward.session-player'
const FIRST: Settings = { voice: true, sound: true, buzz: true, onward: true, listen: false }

export function settings(): Settings {
  try {
    return { ...FIRST, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) }
  } catch {
    // No storage, or not ours: as at the first time.
    return { ...FIRST }
  }
}

export function keep(chosen: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen))
  } catch {
    // Nothing can be kept here; the choice holds as long as the page is open.
  }
}
