// How is it heard and felt that something is due? Two soft notes and a short buzz, made here.

const NOTES = [523.25, 659.25]
const LENGTH = 0.35
const LOUD = 0.16
const BUZZ = [120, 80, 120]

let audio: AudioContext | undefined

/** Call it on a tap: browsers let no page make a sound before. */
export function wake(): void {
  if ('AudioContext' in globalThis) audio ??= new AudioContext()
  void audio?.resume().catch(() => undefined)
}

export function tone(): void {
  if (audio?.state !== 'running') return
  for (const [n, pitch] of NOTES.entries()) note(audio, pitch, audio.currentTime + n * LENGTH)
}

function note(on: AudioContext, pitch: number, at: number): void {
  const source = on.createOscillator()
  const loud = on.createGain()
  source.frequency.value = pitch
  // It swells and fades, so that it never clicks.
  loud.gain.setValueAtTime(0, at)
  loud.gain.linearRampToValueAtTime(LOUD, at + 0.04)
  loud.gain.exponentialRampToValueAtTime(0.001, at + LENGTH)
  source.connect(loud).connect(on.destination)
  source.start(at)
  source.stop(at + LENGTH)
}

/** A page nobody has tapped yet may not buzz; a browser says so in its log. */
export function buzz(): void {
  if ('vibrate' in navigator && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate(BUZZ)
}
