// What makes the cues heard and felt? A voice of this device, soft tones made here, a short buzz.
// Nothing is fetched and nothing leaves the device.

import type { Outputs, Tone } from './cues.ts'

/** Soft notes: pitch in hertz and length in seconds, one after the other. */
const NOTES: Readonly<Record<Tone, readonly (readonly [number, number])[]>> = {
  out: [[392, 0.14], [523.25, 0.26]],
  back: [[523.25, 0.14], [392, 0.26]],
  tick: [[659.25, 0.09]],
  end: [[523.25, 0.18], [659.25, 0.18], [783.99, 0.4]],
}
const LOUD = 0.16
const RISE = 0.02
const BUZZ = 60
const SLOWER = 0.95

export class Noises implements Outputs {
  #audio: AudioContext | null = null

  /** Once the page stands, before any tap: to make the tones ready takes a while. `tell` is called
   * when the voices of the device are known; some browsers find them late. */
  prepare(tell: () => void): void {
    globalThis.speechSynthesis?.addEventListener('voiceschanged', tell)
    setTimeout(() => {
      if ('AudioContext' in globalThis) this.#audio = new AudioContext()
    })
  }

  /** Call it on a tap or a key: browsers let no page make a sound before. */
  wake(): void {
    void this.#audio?.resume().catch(() => undefined)
  }

  /** A voice that speaks on this device; a remote one would send every word away. */
  get voice(): SpeechSynthesisVoice | null {
    const voices = globalThis.speechSynthesis?.getVoices() ?? []
    const language = document.documentElement.lang.slice(0, 2)
    const own = voices.filter((one) => one.localService && one.lang.startsWith(language))
    return own.find((one) => one.default) ?? own[0] ?? null
  }

  speak(words: string, over: () => void): void {
    const { voice } = this
    if (!voice) return over()
    const said = new SpeechSynthesisUtterance(words)
    said.voice = voice
    said.lang = voice.lang
    said.rate = SLOWER
    said.onend = over
    said.onerror = over
    speechSynthesis.speak(said)
  }

  play(tone: Tone): number {
    const audio = this.#audio
    const notes = NOTES[tone]
    const seconds = notes.reduce((sum, [, length]) => sum + length, 0)
    if (audio?.state === 'running') {
      let at = audio.currentTime
      for (const [pitch, length] of notes) {
        note(audio, pitch, at, length)
        at += length
      }
    }
    return seconds * 1000
  }

  get buzzes(): boolean {
    return 'vibrate' in navigator
  }

  buzz(): void {
    if (this.buzzes) navigator.vibrate(BUZZ)
  }

  hush(): void {
    globalThis.speechSynthesis?.cancel()
  }
}

/** One note that swells and fades, so that it never clicks. */
function note(audio: AudioContext, pitch: number, at: number, length: number): void {
  const source = audio.createOscillator()
  const loud = audio.createGain()
  source.frequency.value = pitch
  loud.gain.setValueAtTime(0, at)
  loud.gain.linearRampToValueAtTime(LOUD, at + RISE)
  loud.gain.exponentialRampToValueAtTime(0.001, at + length)
  source.connect(loud).connect(audio.destination)
  source.start(at)
  source.stop(at + length)
}
