import { PluginRuntimeError } from '@plugboard/contracts'
import type { RuntimeErrorCode } from '@plugboard/contracts'

import { outOfMemory, stackOverflowed } from './fatalErrors.ts'
import type { GuestAnswer, GuestThrown } from './guestAnswer.ts'
import { refuse } from './refusals.ts'
import type { Sandbox } from './Sandbox.ts'
import type { PositionMapper } from './sourcePositions.ts'

export interface AnswerRefusal {
  readonly sandbox: Sandbox
  readonly positions: PositionMapper
  /** Names the guest function that ran. */
  readonly where: string
  /** The code for an answer that is too large. */
  readonly code: Extract<RuntimeErrorCode, 'INVALID_PLUGIN' | 'INVALID_TREE' | 'INVALID_INTENTS' | 'INVALID_OUTPUT'>
  readonly bytesOut: number
}

/** The error for an answer that is no value. Ends the sandbox when the engine's own limits were hit. */
export function refuseAnswer(
  answer: Exclude<GuestAnswer, { kind: 'value' }>,
  refusal: AnswerRefusal,
): PluginRuntimeError {
  const { sandbox, where, code, bytesOut } = refusal
  switch (answer.kind) {
    case 'too-long':
      return refuse(code, `${where} answered ${answer.length} characters; ${bytesOut} are allowed. Answer less.`)
    case 'too-deep':
      return refuse(code, `${where} answered data that is nested too deep. Answer flatter data.`)
    case 'thrown':
      // A forged error of this kind costs its maker the VM, and nobody else anything.
      if (answer.thrown.limit === 'stack') return sandbox.discard(stackOverflowed(where))
      if (answer.thrown.limit === 'memory') return sandbox.discard(outOfMemory(where))
      return describeThrown(answer.thrown, refusal)
  }
}

function describeThrown(thrown: GuestThrown, { where, positions }: AnswerRefusal): PluginRuntimeError {
  const source = thrown.source === undefined ? undefined : positions.map(thrown.source)
  const at = source === undefined ? '' : ` at line ${source.line}, column ${source.column}`
  return new PluginRuntimeError({
    code: 'PLUGIN_THREW',
    message: `${where} threw ${thrown.text}${at}. Fix the plugin, or catch the error in it.`,
    ...(source === undefined ? {} : { source }),
  })
}
