import type { LoadedPlugin, LoadPluginRequest } from '@plugboard/contracts'

import { MOST_BLOCKS } from '../codec/Block.ts'
import { LoadedBlocks } from '../codec/LoadedBlocks.ts'
import { refuseAnswer } from './answerRefusal.ts'
import { readDefinition, type LoadReport } from './definition.ts'
import type { LoadedCode } from './LoadedCode.ts'
import type { PluginVmParts, StartPluginVmOptions } from './PluginVm.ts'
import { refuseDefinition } from './refusals.ts'

/** What a VM has loaded. */
export interface LoadedDefinition extends LoadedCode {
  readonly plugin: LoadedPlugin
}

/**
 * Runs a plugin's code, unless its home is a copy of a VM that has, and reads what it defines.
 *
 * @throws PluginRuntimeError `INVALID_PLUGIN` with what to change, or what stopped the VM.
 */
export function loadDefinition(
  { home, request, seed }: Pick<StartPluginVmOptions, 'home' | 'request' | 'seed'>,
  parts: PluginVmParts,
): LoadedDefinition {
  const known = home.loaded
  // Of which each instance has a first state of its own.
  if (known !== null) return { ...known, plugin: copyState(readDefinition(known.report, request)) }
  const report = evaluateDefinition(request, parts)
  const plugin = copyState(readDefinition(report, request))
  const blocks = LoadedBlocks.read(report.blocks ?? [])
  if (blocks === null) throw refuseDefinition(`declares more than ${MOST_BLOCKS} blocks, or too large ones`)
  // What it drew from clock and chance or wrote to the log is this instance's: a copy would repeat it.
  const { sandbox } = parts
  const effects = sandbox.ask('effects', '')
  if (effects.kind === 'value' && effects.value['count'] === 0) {
    home.share({ report, blocks }, sandbox.usage().fuel)
    // As it is done to each copy, so that all go on from the same bytes.
    sandbox.ask('seed', JSON.stringify(seed))
  }
  return { report, blocks, plugin }
}

function copyState(plugin: LoadedPlugin): LoadedPlugin {
  const { initialState } = plugin
  const hasParts = typeof initialState === 'object' && initialState !== null
  return hasParts ? { ...plugin, initialState: structuredClone(initialState) } : plugin
}

function evaluateDefinition(request: LoadPluginRequest, parts: PluginVmParts): LoadReport {
  const { sandbox, positions, limits } = parts
  const refusal = { sandbox, positions, code: 'INVALID_PLUGIN', bytesOut: limits.bytesOut } as const
  const ended = sandbox.evaluate(request.code)
  sandbox.drainJobs()
  // What the code threw, or null.
  if (ended !== null && ended.kind !== 'value') {
    throw refuseAnswer(ended, { ...refusal, where: 'The code of the plugin' })
  }
  const answer = sandbox.ask('load', '')
  sandbox.drainJobs()
  if (answer.kind !== 'value') throw refuseAnswer(answer, { ...refusal, where: 'The function given to definePlugin' })
  // The bootstrap's own report: its shape is ours, its names and texts are judged there.
  return answer.value as unknown as LoadReport
}
