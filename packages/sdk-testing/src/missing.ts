import { nearestName } from '@plugboard/contracts'

import { type NameMatch, writeName } from './nameMatch.ts'
import { PluginTestError } from './pluginTestError.ts'

/** Names that a message lists. */
const MOST_NAMES = 20

export interface LookedFor {
  /** Of what: `button`, `field to type into`. */
  readonly what: string
  /** Absent: any. */
  readonly match?: NameMatch | undefined
  /** Names of what is there. */
  readonly there: readonly string[]
  /** What else it may be called. */
  readonly alsoCalled?: readonly string[]
}

/** The error for something that is not there: what is, and what may have been meant. */
export function createMissingError({ alsoCalled = [], match, there, what }: LookedFor): PluginTestError {
  const called = match === undefined ? '' : ` called ${writeName(match)}`
  const near = typeof match === 'string' ? nearestName(match, [...there, ...alsoCalled]) : undefined
  return new PluginTestError(
    'NOT_FOUND',
    `There is no ${what}${called}.${near === undefined ? '' : ` Did you mean ${writeName(near)}?`} ${listNames(there)}`,
  )
}

/** The error for more than one thing of a name: they are told apart by where they stand. */
export function createAmbiguousError({ match, there, what }: LookedFor): PluginTestError {
  const called = match === undefined ? '' : ` called ${writeName(match)}`
  return new PluginTestError(
    'AMBIGUOUS',
    `There are ${there.length} of what was asked for: a ${what}${called}. ${listNames(there)} ` +
      'Say which by { within }: the name of the panel, item or row that it stands in, or a node.',
  )
}

function listNames(there: readonly string[]): string {
  if (there.length === 0) return 'There is none at all.'
  const left = there.length - MOST_NAMES
  const names = there.slice(0, MOST_NAMES).map(writeName).join(', ')
  return `There is: ${names}${left > 0 ? ` and ${left} more` : ''}.`
}
