import type { MatcherState } from 'vitest'

import type { MountedPlugin } from '../mountedPlugin.ts'

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
}

/** What vitest gives a matcher as `this`: equality with its asymmetric matchers, and its way to print. */
export type MatcherContext = Pick<MatcherState, 'equals' | 'isNot' | 'utils'>

/** What is judged, with vitest's own means to do so. */
export interface Judged {
  readonly context: MatcherContext
  readonly plugin: MountedPlugin
}

/** Takes what `expect` was given. @throws TypeError when it is no mounted plugin, also under `not`. */
export function readPlugin(matcher: string, received: unknown): MountedPlugin {
  if (typeof received === 'object' && received !== null && 'intents' in received && 'tree' in received) {
    // Made by `mountPlugin`, as its parts say.
    return received as MountedPlugin
  }
  throw new TypeError(`expect(plugin).${matcher}() wants what mountPlugin() resolved to, got ${typeof received}.`)
}

/** Lines under a headline, each set in. */
export function writeReport(headline: string, lines: readonly string[]): string {
  return [headline, ...lines.map((line) => `  ${line}`)].join('\n')
}
