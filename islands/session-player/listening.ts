// Can "stop" be heard? Only where the browser listens on the device itself; some send what they
// hear to a server, and there the switch is not even shown.

interface Recognition extends EventTarget {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  start(): void
  abort(): void
}

interface Kind {
  new (): Recognition
  available?: (options: { langs: string[]; processLocally: boolean }) => Promise<string>
}

interface Heard extends Event {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>
}

function kind(): Kind | undefined {
  return (globalThis as { SpeechRecognition?: Kind }).SpeechRecognition
}

/** Does this browser listen on the device, in this language, now? */
export async function listensHere(language: string): Promise<boolean> {
  const known = kind()
  if (!known?.available || !('processLocally' in known.prototype)) return false
  const found = await known
    .available({ langs: [language], processLocally: true })
    .catch(() => 'unavailable')
  return found === 'available'
}

export class Listening {
  readonly #word: string
  readonly #tell: () => void
  #ear: Recognition | null = null

  constructor(word: string, tell: () => void) {
    this.#word = word.toLowerCase()
    this.#tell = tell
  }

  start(language: string): void {
    const known = kind()
    if (!known || this.#ear) return
    const ear = new known()
    ear.lang = language
    ear.continuous = true
    ear.interimResults = true
    ear.processLocally = true
    ear.addEventListener('result', (event) => this.#hear(event as Heard))
    // It ends by itself after a silence; as long as it is wanted it goes on.
    ear.addEventListener('end', () => {
      if (this.#ear === ear) ear.start()
    })
    ear.addEventListener('error', () => this.stop())
    this.#ear = ear
    ear.start()
  }

  stop(): void {
    const ear = this.#ear
    this.#ear = null
    ear?.abort()
  }

  #hear(event: Heard): void {
    const words = Array.from(event.results, (result) => result[0]?.transcript.toLowerCase() ?? '')
    if (words.some((one) => one.includes(this.#word))) this.#tell()
  }
}
