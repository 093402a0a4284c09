import type { DispatchReason } from '@plugboard/contracts'

import { type Judged, type MatcherResult, writeReport } from './matcher.ts'
import { writeIntent } from './writeIntent.ts'

/** Whether the host refused something that the plugin asked for: anything, or for this reason. */
export function toBeDenied({ context, plugin }: Judged, reason: DispatchReason | RegExp | undefined): MatcherResult {
  const { denials, intents } = plugin
  const found = denials.filter(
    (denial) =>
      reason === undefined ||
      (reason instanceof RegExp ? (denial.reason ?? '').search(reason) >= 0 : denial.reason === reason),
  )
  const why = reason === undefined ? '' : ` for ${context.utils.printExpected(reason)}`
  return {
    pass: found.length > 0,
    message: () =>
      writeReport(`Expected the plugin ${context.isNot ? 'not ' : ''}to be denied something${why}`, [
        intents.length === 0 ? 'It asked for nothing.' : 'It asked for:',
        ...(context.isNot ? found : intents).map((intent) => `- ${writeIntent(intent)}`),
      ]),
  }
}
