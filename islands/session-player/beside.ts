// What can be done beside a set? A note, a switch, another movement, the keys; and a page that is
// left pauses the set.

import { stamp } from '../shared/outbox.ts'
import type { Over } from './holding.ts'
import { listensHere } from './listening.ts'
import type { SessionPlayer } from './player.ts'
import { keep, type Settings } from './settings.ts'
import { listen, remember } from './this-set.ts'

/** A page over the present step: the set waits, and while a note is written none begins. */
export function open(player: SessionPlayer, over: Over): void {
  player.pacer?.pause()
  remember(player)
  player.timer.held = true
  player.over = over
}

/** Once, however often it is tapped. What finds no room stays in its field, and is told. */
export function writeNote(player: SessionPlayer, text: string): Promise<void> {
  return player.once(async () => {
    const movement = player.pacer?.movement.name ?? ''
    const fields = { note: [movement ? `${movement}: ${text}` : text] }
    try {
      await player.outbox.add({ what: 'form', at: stamp(), path: '/diary/note/', fields })
    } catch (error) {
      if ((error as Error).name !== 'NoStore') reportError(error)
      return void (player.over = 'unsaved')
    }
    player.notes = [...player.notes, { movement, text }]
    player.over = null
    remember(player)
  })
}

/** Pause, or go on: only from the set itself, and never after STOP. */
export function toggle(player: SessionPlayer): void {
  const { pacer, state, over, halted } = player
  if (!pacer || state?.step !== 'movement' || (!pacer.running && (over || halted))) return
  player.noises.wake()
  if (pacer.running) pacer.pause()
  else pacer.go()
  remember(player)
  player.requestUpdate()
}

export function choose(player: SessionPlayer, name: keyof Settings): void {
  player.chosen = { ...player.chosen, [name]: !player.chosen[name] }
  keep(player.chosen)
  Object.assign(player.queue.senses, player.chosen)
  if (!player.chosen.voice) player.queue.clear()
  listen(player)
}

/** Asked when the switches are opened, and only on a device that can speak: in a browser without
 * any speech the question alone can end the page. */
export async function hears(player: SessionPlayer): Promise<void> {
  if (player.canListen || !player.noises.voice) return
  player.canListen = await listensHere(document.documentElement.lang)
  listen(player)
}

/** While a tap is worked on, no other one is taken but STOP, and a pause of the set that runs. */
export function heedTaps(player: SessionPlayer): void {
  const guard = (event: Event): void => {
    const control = (event.target as HTMLElement).closest('button, input')
    const bar = player.pacer?.running && control?.closest('.session-bar')
    if (!player.hasAttribute('data-busy') || !control || bar || control.classList.contains('stop')) return
    event.stopPropagation()
    event.preventDefault()
  }
  player.addEventListener('click', guard, { capture: true })
}

/** Escape and S stop, Space pauses; a call, a lock screen or another app pauses too. */
export function heedKeys(player: SessionPlayer): void {
  document.addEventListener('keydown', (event) => pressed(player, event))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && player.pacer?.running) toggle(player)
  })
}

function pressed(player: SessionPlayer, event: KeyboardEvent): void {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
  const field = event.target as HTMLElement
  if (field.closest('textarea, select, input[type=text]')) return
  const { state } = player
  if (state && state.step !== 'finished' && ['escape', 's'].includes(event.key.toLowerCase())) {
    event.preventDefault()
    void player.stop()
  } else if (event.key === ' ' && player.pacer && !field.closest('button, a, summary, input')) {
    event.preventDefault()
    toggle(player)
  }
}
