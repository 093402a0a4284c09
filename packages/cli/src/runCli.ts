import { readFileSync } from 'node:fs'

import { CommanderError } from 'commander'

import { cliDiagnostic } from './cliDiagnostics.ts'
import type { CliIO } from './cliIO.ts'
import { CliError, refusal, type CommandOutcome } from './commandOutcome.ts'
import { EXIT_CODES, exitCodeOf, type ExitCode } from './exitCodes.ts'
import { writeDiagnostics } from './output/diagnosticText.ts'
import { writeJson } from './output/jsonText.ts'
import { createPaint } from './output/paint.ts'
import { createProgress } from './output/progress.ts'
import { createProgram, type ParsedCommand } from './program.ts'

/** The version of the shape of what `--json` writes. */
const OUTPUT_VERSION = 1

/**
 * Runs one command line, without the name of the program. It never rejects and writes no stack: what went wrong is a
 * diagnostic, and the exit code says of which sort.
 */
export async function runCli(argv: readonly string[], io: CliIO): Promise<ExitCode> {
  // Looked for by itself: also a command line that is not understood is answered in JSON to who asked for that.
  const isJson = argv.includes('--json')
  let parsed: ParsedCommand | undefined
  const program = createProgram({
    version: readVersion(),
    write: (text) => io.stdout.write(text),
    onCommand: (command) => {
      parsed = command
    },
  })
  if (argv.length === 0) {
    io.stderr.write(program.helpInformation())
    return EXIT_CODES.usage
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return EXIT_CODES.ok
    return answer(refusal(cliDiagnostic('usage-invalid', { message: toSentence(error.message) })), { io, isJson })
  }
  // commander throws for whatever else there may be.
  if (parsed === undefined) return EXIT_CODES.usage
  return answer(await perform(parsed, io), { io, isJson: parsed.isJson, command: parsed.command.name })
}

async function perform({ command, input, isJson }: ParsedCommand, io: CliIO): Promise<CommandOutcome> {
  const progress = createProgress(io.stderr)
  try {
    const run = await command.load()
    return await run(input, { io, progress, isJson })
  } catch (error) {
    if (error instanceof CliError) return refusal(error.diagnostic)
    // No message of another program: it may name folders of this machine.
    const name = error instanceof Error ? error.name : typeof error
    const detail = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return refusal(cliDiagnostic('internal-error', { message: `The command failed: ${name}${detail}.` }))
  } finally {
    progress.clear()
  }
}

interface AnswerOptions {
  readonly io: CliIO
  readonly isJson: boolean
  /** Absent where none was understood. */
  readonly command?: string
}

function answer(outcome: CommandOutcome, { command, io, isJson }: AnswerOptions): ExitCode {
  const { diagnostics, result } = outcome
  const exitCode = exitCodeOf(diagnostics)
  if (isJson) {
    const output = { schemaVersion: OUTPUT_VERSION, command: command ?? null, ok: exitCode === 0, result, diagnostics }
    io.stdout.write(writeJson(output))
    return exitCode
  }
  io.stdout.write(outcome.text(createPaint(io.stdout, io.env)))
  io.stderr.write(writeDiagnostics(diagnostics, createPaint(io.stderr, io.env)))
  return exitCode
}

/** commander begins with `error:`, and adds a suggestion on a line of its own. */
function toSentence(message: string): string {
  const text = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .trim()
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?)]$/.test(text) ? '' : '.'}`
}

function readVersion(): string {
  // the package's own manifest, beside both src and dist
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}
