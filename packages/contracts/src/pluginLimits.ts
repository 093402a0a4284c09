import { PluginRuntimeError } from './runtimeError.ts'

/** Budgets of one VM. Every one is enforced; none can be raised from inside. */
export interface PluginLimits {
  /** Linear memory of the VM, in bytes; rounded up to whole WebAssembly pages of 64 KiB. */
  readonly memoryBytes: number
  /** Native stack of the engine, in bytes. */
  readonly stackBytes: number
  /** Interrupt polls, about 10,000 bytecode steps each. Deterministic: decides before the clock does. */
  readonly fuel: CallBudget
  /** Wall clock by the host's clock, in milliseconds: the backstop. */
  readonly wallMs: CallBudget
  /** How long past the wall clock the watchdog waits before it terminates the worker, in milliseconds. */
  readonly graceMs: number
  /** JSON text into one call, in UTF-16 code units. The whole view counts, also where only its changes are sent. */
  readonly bytesIn: number
  /** JSON text out of one call, in UTF-16 code units. */
  readonly bytesOut: number
  /** Nested UI nodes. */
  readonly treeDepth: number
  /** UI nodes in one tree. */
  readonly treeNodes: number
  readonly intentsPerEvent: number
  /** Calls that may wait for one instance. */
  readonly queuedEvents: number
  readonly logLinesPerSecond: number
}

/** One figure for each kind of call. */
export interface CallBudget {
  readonly load: number
  readonly render: number
  /** Of an invocation too. */
  readonly event: number
}

/** The limits that apply where a host says nothing. */
export const DEFAULT_LIMITS: PluginLimits = Object.freeze({
  memoryBytes: 64 * 1024 * 1024,
  stackBytes: 128 * 1024,
  fuel: Object.freeze({ load: 400, render: 200, event: 200 }),
  wallMs: Object.freeze({ load: 3_000, render: 1_000, event: 1_000 }),
  graceMs: 250,
  bytesIn: 1024 * 1024,
  bytesOut: 1024 * 1024,
  treeDepth: 64,
  treeNodes: 5_000,
  intentsPerEvent: 256,
  queuedEvents: 256,
  logLinesPerSecond: 50,
})

/** Longest log line, in characters of its JSON text. */
export const LOG_LINE_LENGTH = 2_000

/**
 * `overrides` over {@link DEFAULT_LIMITS}.
 *
 * @throws PluginRuntimeError `PROTOCOL` when a limit is not a positive number: a limit that is none must not look like one.
 */
export function resolveLimits(overrides: Partial<PluginLimits> = {}): PluginLimits {
  const limits: PluginLimits = { ...DEFAULT_LIMITS, ...overrides }
  for (const [name, value] of Object.entries(limits)) {
    const figures: readonly [string, unknown][] =
      name === 'fuel' || name === 'wallMs'
        ? CALL_KINDS.map((kind) => [`${name}.${kind}`, (value as Partial<CallBudget> | null | undefined)?.[kind]])
        : [[name, value]]
    for (const [path, figure] of figures) {
      if (typeof figure !== 'number' || !(figure > 0)) {
        throw new PluginRuntimeError({
          code: 'PROTOCOL',
          message: `The limit ${path} is not a positive number. Leave it out to get the default.`,
        })
      }
    }
  }
  return limits
}

const CALL_KINDS = ['load', 'render', 'event'] as const
