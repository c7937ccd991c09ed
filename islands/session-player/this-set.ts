// How is the present set run? It gets a pacer; the figure moves at each frame, the words change when
// they have to, and the second is remembered.

import { Listening } from './listening.ts'
import { Pacer } from './pacer.ts'
import type { SessionPlayer } from './player.ts'

/** The pacer of the present set, at its beginning; none when no set is to be done. */
export function newSet(player: SessionPlayer): void {
  const { state, data, words, queue } = player
  player.pacer?.pause()
  player.pacer = null
  const known = state?.movement ? data.movements[state.movement] : undefined
  if (state?.step === 'movement' && known && state.movement) {
    const told = () => paced(player)
    const over = () => void player.act({ kind: 'set_done' })
    player.pacer = new Pacer(state.movement, known, state.half_range, words, queue, told, over)
  }
  // Half an hour of waiting needs no screen.
  player.awake.want(state !== null && !['finished', 're_ask'].includes(state.step))
}

/** At each frame: the figure and the bar move; words change only when they have to. */
function paced(player: SessionPlayer): void {
  const { pacer } = player
  if (!pacer) return
  player.dispatchEvent(new CustomEvent('paced'))
  const key = `${pacer.phase} ${Math.floor(pacer.second)} ${pacer.part.at} ${pacer.left} ${pacer.running}`
  if (key === player.shown) return
  player.shown = key
  remember(player)
  player.requestUpdate()
}

/** Where the person is; after the end nothing of it stays beside the diary. */
export function remember(player: SessionPlayer): void {
  const { pacer, answers, notes, state, course, places, lastEvent } = player
  if (!course) return
  if (state?.step === 'finished') return places.forget()
  const step = state?.step === 'movement' && pacer
  places.keep(course.id, lastEvent, {
    phase: step ? pacer.phase : null,
    second: step ? pacer.second : 0,
    answers,
    notes,
  })
}

/** "Stop" is listened for as long as a set lasts, where that is switched on. */
export function listen(player: SessionPlayer): void {
  const wanted = player.canListen && player.chosen.listen && player.state?.step === 'movement'
  player.listening ??= new Listening(player.words.say('session.stop'), () => void player.stop())
  if (wanted) player.listening.start(document.documentElement.lang)
  else player.listening.stop()
}
