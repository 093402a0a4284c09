import { RecordingError } from '@plugboard/contracts'

/** Shorter words are replaced only where they are all of a text: their letters are in every other one. */
const LEAST_PART = 3

/** One expression looks for all of them, in every text. */
const MOST_WORDS = 10_000

// A letter: what was an address, an id or the name of a field still is one.
const MARK = 'x'

/** The words that are to go, and what stands in their place: as long, and another one for another word where that fits. */
export class WordMarks {
  readonly #marks = new Map<string, string>()
  readonly #patterns: readonly RegExp[]
  #parts: RegExp | null = null

  /** @throws RecordingError `INVALID_RECORDING` when a pattern is neither text nor a regular expression. */
  constructor(texts: readonly (string | RegExp)[]) {
    this.#patterns = texts.map((text) => {
      if (text instanceof RegExp) return new RegExp(text.source, [...new Set(`${text.flags}g`)].join(''))
      if (typeof text === 'string' && text !== '') return new RegExp(escape(text), 'gi')
      throw new RecordingError({
        code: 'INVALID_RECORDING',
        path: 'texts',
        message: 'What is to be taken out is neither a text nor a regular expression.',
      })
    })
  }

  /** Notes a word that is to go wherever it stands. @throws RecordingError `INVALID_RECORDING` when they are too many. */
  add(word: string): void {
    const name = word.toLowerCase()
    if (word === '' || this.#marks.has(name)) return
    if (this.#marks.size === MOST_WORDS) {
      throw new RecordingError({
        code: 'INVALID_RECORDING',
        message: `More than ${MOST_WORDS} different words are to be taken out. Name fewer keys, or narrower texts.`,
      })
    }
    const number = this.#marks.size.toString(36)
    this.#marks.set(name, number.length < word.length ? number.padStart(word.length, MARK) : MARK.repeat(word.length))
    this.#parts = null
  }

  /** Notes what the patterns find in a text. */
  addMatches(text: string): void {
    for (const pattern of this.#patterns) for (const [match] of text.matchAll(pattern)) this.add(match)
  }

  /** The text without those words. */
  replace(text: string): string {
    const whole = this.#marks.get(text.toLowerCase())
    if (whole !== undefined && whole.length === text.length) return whole
    this.#parts ??= this.#compile()
    return text.replaceAll(this.#parts, (word) => this.#markOf(word))
  }

  #markOf(word: string): string {
    const mark = this.#marks.get(word.toLowerCase())
    return mark?.length === word.length ? mark : MARK.repeat(word.length)
  }

  /** The longest first: a word may stand in another one. */
  #compile(): RegExp {
    const words = [...this.#marks.keys()].filter(({ length }) => length >= LEAST_PART)
    if (words.length === 0) return /(?!)/g
    return new RegExp(
      words
        .toSorted((one, other) => other.length - one.length)
        .map(escape)
        .join('|'),
      'gi',
    )
  }
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`)
}
