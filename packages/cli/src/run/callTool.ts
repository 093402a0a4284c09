import type { JsonValue } from '@plugboard/contracts'

import { cliDiagnostic } from '../cliDiagnostics.ts'
import { CliError, refusal, type CommandOutcome } from '../commandOutcome.ts'
import { writeJson } from '../output/jsonText.ts'
import { describeRun, writeDenied } from './runSummary.ts'
import type { ShowOptions } from './showWidget.ts'
import { unknownSurface } from './surfaces.ts'

/** Calls one tool of a plugin, and shows what it answers. */
export async function callTool(
  name: string,
  { context, options, session, target }: ShowOptions,
): Promise<CommandOutcome> {
  if (!target.surfaces.includes(`tool:${name}`)) return refusal(unknownSurface(target, session, `tool:${name}`))
  const input = parseInput(options.text('input') ?? '{}')
  const answer = await session.host.invoke(session.instanceId, { surface: 'tool', name, input })
  await session.settled()
  if (answer.outcome !== 'answered') {
    if (answer.error?.code === 'UNKNOWN_SURFACE') return refusal(unknownSurface(target, session, `tool:${name}`))
    const why = answer.outcome === 'failed' ? answer.error.message : `The call was refused: ${answer.reason}.`
    return refusal(cliDiagnostic('plugin-failed', { message: why }))
  }
  const summary = describeRun(target, session)
  // Beside the answer, which may be read by a program.
  if (!context.isJson) context.io.stderr.write(writeDenied(summary))
  return {
    result: { ...summary, tool: name, value: answer.value },
    diagnostics: session.failures,
    text: () => writeJson(answer.value),
  }
}

function parseInput(text: string): JsonValue {
  try {
    // JSON is what its parser gives.
    return JSON.parse(text) as JsonValue
  } catch {
    throw new CliError('usage-invalid', { message: 'The --input is no JSON.' })
  }
}
