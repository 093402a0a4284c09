import type { Diagnostic } from '@plugboard/contracts'

import type { CliDiagnosticCode, CliDiagnosticOptions } from './cliDiagnostics.ts'
import { cliDiagnostic } from './cliDiagnostics.ts'
import type { CliIO } from './cliIO.ts'
import type { Paint } from './output/paint.ts'
import type { Progress } from './output/progress.ts'

/** What a command came to. */
export interface CommandOutcome {
  /** What `--json` gives as `result`: JSON data, described in the published schema. Null where there is none. */
  readonly result: object | null
  readonly diagnostics: readonly Diagnostic[]
  /** The result for people; empty where there is nothing to show. */
  text(paint: Paint): string
}

/** What a command is told. */
export interface CommandInput {
  /** By position; absent where an optional one was left out. */
  readonly args: readonly (string | undefined)[]
  readonly options: CommandOptions
}

/** What a command works with. */
export interface CommandContext {
  readonly io: CliIO
  readonly progress: Progress
  /** Whether somebody wants JSON: then nothing else is written to `stdout`. */
  readonly isJson: boolean
}

export type RunCommand = (input: CommandInput, context: CommandContext) => Promise<CommandOutcome>

/** The options of a command line, read by their type. */
export class CommandOptions {
  readonly #values: Readonly<Record<string, unknown>>

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values
  }

  /** The value of an option that takes one; undefined when it was not given. */
  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  /** All values of an option that may be given again and again. */
  list(name: string): readonly string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value.map(String) : []
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined && this.#values[name] !== false
  }
}

/** A command that came to nothing but diagnostics. */
export function refusal(...diagnostics: readonly Diagnostic[]): CommandOutcome {
  return { result: null, diagnostics, text: () => '' }
}

/** Thrown by what a command calls, where going on makes no sense; it ends the command with its diagnostic. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: CliDiagnosticCode
  readonly diagnostic: Diagnostic

  constructor(code: CliDiagnosticCode, options: CliDiagnosticOptions = {}) {
    const diagnostic = cliDiagnostic(code, options)
    super(diagnostic.message)
    this.code = code
    this.diagnostic = diagnostic
  }
}
