import { inspectJson } from '@plugboard/contracts'
import type { JsonValue, LogLine, RuntimeIdentity, SourcePosition } from '@plugboard/contracts'

import type { PositionMapper } from './sourcePositions.ts'

export interface GuestLogOptions {
  readonly identity: RuntimeIdentity
  readonly linesPerSecond: number
  readonly now: () => number
  readonly positions: PositionMapper
  readonly write: (line: LogLine) => void
}

const LEVELS: readonly string[] = ['debug', 'info', 'warn', 'error'] satisfies LogLine['level'][]
const WINDOW_MS = 1_000
// What is deeper is hard to read and costs whoever copies it.
const ARGUMENT_DEPTH = 32

/** Hands log lines on, so many a second; what is over is dropped and counted, and the count is told once it is over. */
export class GuestLog {
  readonly #options: GuestLogOptions
  #windowStart = Number.NEGATIVE_INFINITY
  #lines = 0
  #dropped = 0

  constructor(options: GuestLogOptions) {
    this.#options = options
  }

  /** One line as the guest side wrote it: its level, its arguments as JSON text, and a position as JSON text or ''. */
  write(level: string, argumentsJson: string, positionJson: string): void {
    const now = this.#options.now()
    if (now - this.#windowStart >= WINDOW_MS) {
      this.flush()
      this.#windowStart = now
      this.#lines = 0
    }
    if (this.#lines >= this.#options.linesPerSecond || !isLevel(level)) {
      this.#dropped += 1
      return
    }
    this.#lines += 1
    const source =
      positionJson === '' ? undefined : this.#options.positions.map(JSON.parse(positionJson) as SourcePosition)
    this.#emit({ level, args: readArguments(argumentsJson), ...(source === undefined ? {} : { source }) })
  }

  /** Tells how many lines were dropped since the last time, if any. */
  flush(): void {
    if (this.#dropped === 0) return
    const args = [`${this.#dropped} log lines were dropped: ${this.#options.linesPerSecond} a second are kept.`]
    this.#dropped = 0
    this.#emit({ level: 'warn', args })
  }

  #emit(line: Pick<LogLine, 'level' | 'args' | 'source'>): void {
    const { packageId, instanceId } = this.#options.identity
    this.#options.write({ packageId, instanceId, ...line })
  }
}

function isLevel(level: string): level is LogLine['level'] {
  return LEVELS.includes(level)
}

function readArguments(json: string): readonly JsonValue[] {
  const args = JSON.parse(json) as readonly JsonValue[]
  return inspectJson(args, { depth: ARGUMENT_DEPTH }) === null
    ? args
    : ['[not shown: nested too deep, or a forbidden key]']
}
