import type { PluginRuntimeError } from '@plugboard/contracts'

import { refuse } from '../vm/refusals.ts'

/** A worker ended before it had answered a request that it had not begun: the request is to be sent again elsewhere. */
export class GroupLostError extends Error {
  override readonly name = 'GroupLostError'
}

/** What a caller is told who was sent again too often. */
export function lostTooOften(): PluginRuntimeError {
  return refuse('RUNTIME_CRASHED', 'The worker of this plugin was lost again and again. Restart the plugin.')
}
