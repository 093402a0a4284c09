import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

import { parseInstanceId, RecordingError, type PackageId, type Recording } from '@plugboard/contracts'
import { replayRecording } from '@plugboard/host/recording'

import { cliDiagnostic } from '../cliDiagnostics.ts'
import { CliError, refusal, type CommandContext, type CommandInput, type CommandOutcome } from '../commandOutcome.ts'
import { hasErrors, inspectPath } from '../package/inspectPath.ts'
import { readInput } from '../readInput.ts'
import { readRecording } from '../recording/readRecording.ts'
import { openRuntime } from '../run/openRuntime.ts'

/** `plugboard replay`: runs a recording again, in the sandbox, and says where it differs. */
export async function runReplay({ args, options }: CommandInput, context: CommandContext): Promise<CommandOutcome> {
  const { io, progress } = context
  const recording = await readRecording(args[0] ?? '', io)
  const path = options.text('code')
  const code = path === undefined ? {} : await readCode(path, recording, context)
  await using runtime = await openRuntime(io)
  try {
    const report = await replayRecording(recording, {
      runtime,
      code,
      onProgress: ({ done, total }) => progress.say(`Replaying, ${done} of ${total}`),
      ...(io.signal === undefined ? {} : { signal: io.signal }),
    })
    const { compared, divergence, outcome, unsettled } = report
    return {
      result: report,
      diagnostics: divergence === undefined ? [] : [cliDiagnostic('replay-diverged', { message: divergence.message })],
      text: (paint) => {
        const left = unsettled.length === 0 ? '' : `, ${unsettled.length} left out that the machine had ended`
        return `${paint(outcome === 'same' ? 'green' : 'red', outcome)}: ${compared} of ${recording.entries.length} entries compared${left}\n`
      },
    }
  } catch (error) {
    if (error instanceof RecordingError) return refusal(cliDiagnostic('recording-invalid', { message: error.message }))
    throw error
  }
}

/** The code to run, by package: that of a package, or a script in the place of the only one that was recorded. */
async function readCode(
  path: string,
  { entries }: Recording,
  context: CommandContext,
): Promise<Readonly<Record<PackageId, string>>> {
  const found = await stat(resolve(context.io.cwd, path)).catch(() => undefined)
  if (found?.isDirectory() === true || path.endsWith('.plug')) {
    const { diagnostics, files, manifest } = await inspectPath(path, context)
    const [first] = diagnostics.filter(({ severity }) => severity === 'error')
    if (manifest?.runtime.kind !== 'quickjs' || hasErrors(diagnostics)) {
      throw new CliError('recording-invalid', { message: first?.message ?? 'The package has no script.', path })
    }
    return { [manifest.id]: new TextDecoder().decode(files.get(manifest.runtime.entry)) }
  }
  const ids = new Set(entries.map(({ instanceId }) => parseInstanceId(instanceId)?.packageId ?? ''))
  const [id, another] = ids
  if (id === undefined || another !== undefined) {
    const message = 'The recording is of several packages, so a script alone does not say in whose place it is.'
    throw new CliError('usage-invalid', { message, hint: 'Give the folder or archive of a package.' })
  }
  return { [id]: await readInput(path, context.io) }
}
