import type { DispatchReason, InstanceId, JsonValue, LogLine, SourcePosition, TraceRecord } from '@plugboard/contracts'

import type { ConsoleFilter } from '../session/devtoolsState.ts'
import { TraceModel } from '../trace/TraceModel.ts'

/** What the host itself has to say in the console. */
export type HostEvent =
  | { readonly kind: 'denied'; readonly reason: DispatchReason }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  | { readonly kind: 'restart'; readonly attempt: number }
  | { readonly kind: 'quarantine' }

interface LineBase {
  /** Counts up; unique among the lines of a session. */
  readonly id: number
  readonly at: number
  readonly instanceId: InstanceId | undefined
  readonly source?: SourcePosition | undefined
}

/** One line of the console: what a plugin logged, or what the host says of it. */
export type ConsoleLine = LineBase &
  (
    | { readonly from: 'plugin'; readonly level: LogLine['level']; readonly args: readonly JsonValue[] }
    | { readonly from: 'host'; readonly event: HostEvent; readonly seq: number }
  )

/** Lines that are kept; the oldest go first. */
export const MOST_LINES = 1_000

/** The lines of all plugins and the host's own, oldest first. Collects from its start on: logs are told once. */
export class ConsoleModel extends TraceModel {
  #lines: readonly ConsoleLine[] = []
  #pluginLines = 0
  #nextId = 1

  get lines(): readonly ConsoleLine[] {
    return this.#lines
  }

  /** How many of them plugins wrote. */
  get pluginLines(): number {
    return this.#pluginLines
  }

  clear(): void {
    this.forget()
    this.changed()
  }

  protected override listen(): () => void {
    const stopTrace = super.listen()
    const stopLog = this.feed.host.on('log', ({ args, instanceId, level, source }) => {
      this.#add({ from: 'plugin', id: this.#nextId, at: Date.now(), instanceId, level, args, source })
      this.changed()
    })
    return () => {
      stopTrace()
      stopLog()
    }
  }

  protected take(record: TraceRecord): boolean {
    const event = eventOf(record)
    if (event === null) return false
    const { at, instanceId, seq } = record
    const source = sourceOf(record)
    this.#add({ from: 'host', id: this.#nextId, at, instanceId, event, seq, source })
    return true
  }

  protected drop(): void {}

  protected forget(): void {
    this.#lines = []
    this.#pluginLines = 0
  }

  #add(line: ConsoleLine): void {
    this.#nextId += 1
    const gone = this.#lines.length >= MOST_LINES ? this.#lines[0] : undefined
    this.#pluginLines += (line.from === 'plugin' ? 1 : 0) - (gone?.from === 'plugin' ? 1 : 0)
    this.#lines = [...this.#lines.slice(1 - MOST_LINES), line]
  }
}

/** Whether the filter lets a line through. */
export function isLineShown(line: ConsoleLine, { instanceId, level, query }: ConsoleFilter): boolean {
  if (instanceId !== null && line.instanceId !== instanceId) return false
  if (level !== 'all' && level !== (line.from === 'host' ? 'host' : line.level)) return false
  const wanted = query.trim().toLowerCase()
  return wanted === '' || wordsOf(line).includes(wanted)
}

const words = new WeakMap<ConsoleLine, string>()

// Made when somebody searches, and once. A line is bounded where it is logged.
function wordsOf(line: ConsoleLine): string {
  let text = words.get(line)
  if (text === undefined) {
    const said = line.from === 'host' ? JSON.stringify(line.event) : JSON.stringify(line.args)
    text = `${line.instanceId ?? ''} ${said}`.toLowerCase()
    words.set(line, text)
  }
  return text
}

function eventOf(record: TraceRecord): HostEvent | null {
  switch (record.kind) {
    case 'dispatch':
      return record.outcome === 'denied' && record.reason !== undefined
        ? { kind: 'denied', reason: record.reason }
        : null
    case 'error':
      return { kind: 'error', code: record.error.code, message: record.error.message }
    case 'restart':
      return { kind: 'restart', attempt: record.attempt }
    case 'quarantine':
      return { kind: 'quarantine' }
    case 'load':
    case 'dispose':
    case 'enable':
    case 'disable':
    case 'event':
    case 'invoke':
    case 'render':
    case 'grants':
    case 'undo':
    case 'redo':
    case 'rewind':
    case 'state':
      return null
  }
}

function sourceOf(record: TraceRecord): SourcePosition | undefined {
  if (record.kind === 'dispatch') return record.source
  return record.kind === 'error' ? record.error.source : undefined
}
