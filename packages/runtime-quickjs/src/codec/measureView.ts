import { inspectJson, type JsonValue, type PluginLimits, type PluginView } from '@plugboard/contracts'

import { refuse } from '../vm/refusals.ts'
import { measureJson, type JsonSize } from './measureJson.ts'

/**
 * Measures a view on its way to a plugin. The whole view counts, also where only what has changed is sent, so that a view
 * is refused or not whatever came before it; `like` is a view that was measured before, and much of which this one shares.
 *
 * @throws PluginRuntimeError `PROTOCOL` when it is no plain JSON, or longer than `bytesIn` characters.
 */
export function measureView(
  view: PluginView,
  { bytesIn }: Pick<PluginLimits, 'bytesIn'>,
  like?: JsonValue | null,
): JsonSize {
  const size = measureJson(view, like)
  if (size === null) {
    // Walked once more, for its path. A value takes a character at least: past the limit it holds too much.
    const path = inspectJson(view, { values: bytesIn })?.path ?? 'root'
    throw refuse('PROTOCOL', `The call cannot be sent: ${path} is not plain JSON, or holds too much.`)
  }
  if (size.length > bytesIn) {
    throw refuse('PROTOCOL', `The view is ${size.length} characters long; ${bytesIn} are allowed. Share less.`)
  }
  return size
}
