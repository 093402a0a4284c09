import type { DispatchReason, UINode } from '@plugboard/contracts'

import { type MatcherContext, type MatcherResult, readPlugin } from './matcher.ts'
import { toBeDenied } from './toBeDenied.ts'
import { toBeValidUI } from './toBeValidUI.ts'
import { type ExpectedDispatch, toHaveDispatched } from './toHaveDispatched.ts'
import { toHaveText } from './toHaveText.ts'
import { toRender } from './toRender.ts'

/** What `expect` can say of a mounted plugin. */
export interface PluginMatchers<R = unknown> {
  /** The whole tree, or a node in it, equals that: JSX or plain data. */
  toRender(expected: UINode): R
  /** It asked for that since it was mounted, whatever became of it. */
  toHaveDispatched(expected: ExpectedDispatch): R
  /** The host refused something, or something for this reason. */
  toBeDenied(reason?: DispatchReason | RegExp): R
  /** The host finds nothing wrong with what was drawn, or with this tree. */
  toBeValidUI(): R
  /** The widget says that, as a terminal shows it. */
  toHaveText(expected: string | RegExp): R
}

/**
 * Matchers for mounted plugins. Hand them to vitest once, in a test or in a setup file.
 *
 * @example
 * expect.extend(pluginMatchers)
 */
export const pluginMatchers: {
  readonly [M in keyof PluginMatchers]: (
    this: MatcherContext,
    received: unknown,
    ...expected: Parameters<PluginMatchers[M]>
  ) => MatcherResult
} = {
  toRender(received, expected) {
    return toRender({ context: this, plugin: readPlugin('toRender', received) }, expected)
  },
  toHaveDispatched(received, expected) {
    return toHaveDispatched({ context: this, plugin: readPlugin('toHaveDispatched', received) }, expected)
  },
  toBeDenied(received, reason) {
    return toBeDenied({ context: this, plugin: readPlugin('toBeDenied', received) }, reason)
  },
  toBeValidUI(received) {
    return toBeValidUI(this, received)
  },
  toHaveText(received, expected) {
    return toHaveText({ context: this, plugin: readPlugin('toHaveText', received) }, expected)
  },
}

declare module 'vitest' {
  // The parameters are vitest's own, by their names.
  interface Matchers<R, T> extends PluginMatchers<R> {}
}
