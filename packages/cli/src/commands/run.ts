import { resolve } from 'node:path'

import { cleanDisplayText, type Diagnostic, EVERY_DOMAIN, type LogLine } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import type { PluginRequests } from '@plugboard/package-format'

import { cliDiagnostic } from '../cliDiagnostics.ts'
import {
  CliError,
  refusal,
  type CommandContext,
  type CommandInput,
  type CommandOptions,
  type CommandOutcome,
} from '../commandOutcome.ts'
import { callTool } from '../run/callTool.ts'
import { startSession } from '../run/pluginSession.ts'
import { findTarget } from '../run/runTarget.ts'
import { showWidget, type ShowOptions } from '../run/showWidget.ts'
import { compareSurfaces } from '../run/surfaces.ts'
import { writeWholeFile } from '../wholeFile.ts'

/** `plugboard run`: runs a plugin in its sandbox, and shows it as text. */
export async function runRun({ args, options }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const { io, progress } = context
  refuseIdle(options)
  const { diagnostics, target } = await findTarget(args[0] ?? '.', options, context)
  if (target === undefined) return refusal(...diagnostics)
  progress.say('Starting')
  const record = options.text('record')
  await using session = await startSession({
    io,
    target,
    isRecorded: record !== undefined,
    onLog: (line) => io.stderr.write(writeLog(line)),
  })
  progress.clear()
  const voids = whatTheTerminalLacks(options.list('grant').length === 0 ? {} : target.grants, session.host.domains)
  const outcome = await perform({ target, session, options, context })
  const recording = session.recording()
  if (record !== undefined && recording !== undefined) {
    await writeWholeFile(resolve(io.cwd, record), `${JSON.stringify(recording)}\n`, record)
  }
  return {
    ...outcome,
    diagnostics: [...diagnostics, ...voids, ...compareSurfaces(target, session), ...outcome.diagnostics],
  }
}

/** Grants of the command line that allow what there is not in a terminal. Those of plugins.json are for a host that has it. */
function whatTheTerminalLacks(
  { readShared = [], writeShared = [] }: PluginRequests,
  domains: PluginHost['domains'],
): readonly Diagnostic[] {
  const has = (name: string): boolean => name === EVERY_DOMAIN || domains.some((domain) => domain.name === name)
  return [...new Set([...readShared, ...writeShared])]
    .filter((name) => !has(name))
    .map((name) =>
      cliDiagnostic('grant-void', {
        message: `The terminal has no shared data "${name}", so the grant gives nothing.`,
        hint: 'Shared data is there in an application, and in a test that brings it.',
      }),
    )
}

/** Options that would do nothing beside the others. */
function refuseIdle(options: CommandOptions): void {
  const idle = options.has('tool') ? ['widget', 'events'] : ['input']
  const [name] = idle.filter((option) => options.has(option))
  if (name === undefined) return
  const words = options.has('tool') ? `A tool has no use for --${name}.` : `Only a --tool takes --${name}.`
  throw new CliError('usage-invalid', { message: words })
}

async function perform(show: ShowOptions): Promise<CommandOutcome> {
  const { options, session } = show
  if (session.failures.length > 0) return refusal(...session.failures)
  const tool = options.text('tool')
  return tool === undefined ? showWidget(show) : callTool(tool, show)
}

/** Of one line that a plugin logs, in characters. */
const LONGEST_LOG = 2_000

function writeLog({ args, level }: LogLine): string {
  const words = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg)))
  return `${cleanDisplayText(`${level}: ${words.join(' ')}`).slice(0, LONGEST_LOG)}\n`
}
