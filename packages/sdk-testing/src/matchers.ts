export { pluginMatchers } from './matchers/pluginMatchers.ts'

export type { MatcherContext, MatcherResult } from './matchers/matcher.ts'
export type { PluginMatchers } from './matchers/pluginMatchers.ts'
export type { ExpectedDispatch } from './matchers/toHaveDispatched.ts'
