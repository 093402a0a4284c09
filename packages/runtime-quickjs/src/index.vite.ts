export { startEarly } from './vite/startEarly.ts'

export type { StartEarlyOptions } from './vite/startEarly.ts'
export type { BuiltAsset, BuiltChunk, BuiltPage, EarlyStartPlugin, HeadTag } from './vite/vitePlugin.ts'
