import {
  digestJson,
  inspectJson,
  JSON_DEPTH,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordedCode,
  type Recording,
  type RecordingEntry,
} from '@plugboard/contracts'

export interface RecordingTapeOptions {
  /** Most UTF-16 code units of the recording's JSON text. */
  readonly maxSize: number
  readonly includeCode: boolean
  readonly startedAt: number
  readonly timeZone: string
}

/** A place on the tape that was taken when something was asked, for when it is answered. */
export type TapePlace = number

// What a delta of the deepest value takes, and the entry around it.
const ENTRY_DEPTH = JSON_DEPTH * 2 + 6

/**
 * What was recorded so far. Entries are kept as their text: a copy that nobody changes any more, and whose length is
 * known. An entry that does not fit ends the tape: what is on it stays.
 */
export class RecordingTape {
  readonly #options: RecordingTapeOptions
  readonly #codes: RecordedCode[] = []
  readonly #codePlaces = new Map<string, number>()
  readonly #entries: (string | null)[] = []
  #size: number
  #isEnded = false

  constructor(options: RecordingTapeOptions) {
    this.#options = options
    // One more, should it end with `false` where there is `true` now.
    this.#size = JSON.stringify(this.#header([])).length + 1
  }

  /** UTF-16 code units of its text. */
  get size(): number {
    return this.#size
  }

  /** Whether nothing more is taken. */
  get isEnded(): boolean {
    return this.#isEnded
  }

  /** Takes the next place: entries are in the order in which they were asked. */
  reserve(): TapePlace {
    return this.#entries.push(null) - 1
  }

  /** The place of a code among the codes. */
  addCode(text: string): number {
    let place = this.#codePlaces.get(text)
    if (place !== undefined) return place
    place = this.#codes.length
    const { includeCode } = this.#options
    const code = { digest: digestJson(text), ...(includeCode ? { text } : {}) }
    this.#take(JSON.stringify(code))
    if (this.#isEnded) return place
    this.#codes.push(code)
    this.#codePlaces.set(text, place)
    return place
  }

  write(place: TapePlace, entry: RecordingEntry): void {
    // A runtime answers JSON, and took JSON; should one of another make not, no file is better than one that cannot be read.
    if (inspectJson(entry, { depth: ENTRY_DEPTH }) !== null) this.#isEnded = true
    if (this.#isEnded) return
    const text = this.#take(JSON.stringify(entry))
    if (text !== null) this.#entries[place] = text
  }

  /** Ends the tape and returns what is on it. What was not answered is left out: it is the last thing of its instance. */
  finish(): Recording {
    const entries = this.#entries.flatMap((text) => (text === null ? [] : [JSON.parse(text) as RecordingEntry])) // as it was written
    const recording = this.#header(entries)
    // Instances may hold the tape for as long as they live.
    this.#entries.length = 0
    this.#codePlaces.clear()
    this.#isEnded = true
    return recording
  }

  #take(text: string): string | null {
    // One more for the comma.
    const size = this.#size + text.length + 1
    // Also where the limit is no number.
    if (!(size <= this.#options.maxSize)) this.#isEnded = true
    if (this.#isEnded) return null
    this.#size = size
    return text
  }

  #header(entries: readonly RecordingEntry[]): Recording {
    const { startedAt, timeZone } = this.#options
    return {
      format: RECORDING_FORMAT,
      version: RECORDING_VERSION,
      startedAt,
      timeZone,
      isComplete: !this.#isEnded,
      isRedacted: false,
      codes: [...this.#codes],
      entries,
    }
  }
}
