import type { PluginRuntime } from '@plugboard/contracts'

/** Where text goes. */
export interface CliOutput {
  write(text: string): void
  /** Whether a person reads along: then there is colour, and progress. */
  readonly isTerminal: boolean
  /** In columns, where it is known. */
  readonly width?: number
}

/** Where lines come from. */
export interface CliInput extends AsyncIterable<string> {
  /** Whether a person types them, after what they have read. */
  readonly isTerminal: boolean
}

/** All of the world that the command line sees. A test gives its own. */
export interface CliIO {
  /** The folder that relative paths start from. Absolute. */
  readonly cwd: string
  /** The person's own folder, which nothing is ever written into directly. */
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** What a command is for: its result, and nothing else. */
  readonly stdout: CliOutput
  /** Diagnostics and progress. */
  readonly stderr: CliOutput
  /** Line by line, without their ends. */
  readonly stdin: CliInput
  /** Makes the sandbox that plugins run in; worker threads of this process when absent. It is disposed after each command. */
  readonly createRuntime?: () => PluginRuntime
  /** Ends what takes long. */
  readonly signal?: AbortSignal
}
