import type { JsonValue } from '@plugboard/contracts'

import { cliDiagnostic } from '../cliDiagnostics.ts'
import { CliError, refusal, type CommandOutcome } from '../commandOutcome.ts'
import { writeJson } from '../output/jsonText.ts'
import { describeRun } from './runSummary.ts'
import { unknownSurface } from './runTarget.ts'
import type { ShowOptions } from './showWidget.ts'

/** Calls one tool of a plugin, and shows what it answers. */
export async function callTool(name: string, { options, session, target }: ShowOptions): Promise<CommandOutcome> {
  if (!target.surfaces.includes(`tool:${name}`)) return refusal(unknownSurface(target))
  const input = parseInput(options.text('input') ?? '{}')
  const answer = await session.host.invoke(session.instanceId, { surface: 'tool', name, input })
  await session.settled()
  if (answer.outcome !== 'answered') {
    if (answer.error?.code === 'UNKNOWN_SURFACE') return refusal(unknownSurface(target))
    const why = answer.outcome === 'failed' ? answer.error.message : `The call was refused: ${answer.reason}.`
    return refusal(cliDiagnostic('plugin-failed', { message: why }))
  }
  return {
    result: { ...describeRun(target, session), tool: name, value: answer.value },
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
