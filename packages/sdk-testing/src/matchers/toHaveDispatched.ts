import type { DispatchOutcome } from '@plugboard/contracts'

import type { TracedIntent } from '../mountedPlugin.ts'
import { type Judged, type MatcherResult, writeReport } from './matcher.ts'
import { writeIntent } from './writeIntent.ts'

/** What a plugin is expected to have asked for. What is left out may be anything. */
export interface ExpectedDispatch {
  /** The shared domain that it was meant for. */
  readonly domain?: string
  /** The type of the action, or the name of the system command. */
  readonly action: string
  /** May hold asymmetric matchers, as `expect.any(Number)`. */
  readonly payload?: unknown
  readonly outcome?: DispatchOutcome
}

/** Whether the plugin asked for something since it was mounted, whatever became of it. */
export function toHaveDispatched({ context, plugin }: Judged, expected: ExpectedDispatch): MatcherResult {
  const { intents } = plugin
  const isExpected = (intent: TracedIntent): boolean =>
    nameOf(intent) === expected.action &&
    (expected.domain === undefined || (intent.scope === 'shared' && intent.domain === expected.domain)) &&
    (expected.outcome === undefined || intent.outcome === expected.outcome) &&
    (!('payload' in expected) || context.equals(intent.payload, expected.payload))
  const found = intents.filter(isExpected)
  return {
    pass: found.length > 0,
    message: () =>
      writeReport(
        `Expected the plugin ${context.isNot ? 'not ' : ''}to dispatch ${context.utils.printExpected(expected)}`,
        [
          intents.length === 0 ? 'It dispatched nothing.' : 'It dispatched:',
          ...(context.isNot ? found : intents).map((intent) => `- ${writeIntent(intent)}`),
        ],
      ),
  }
}

function nameOf(intent: TracedIntent): string {
  return intent.scope === 'system' ? intent.command : intent.actionType
}
