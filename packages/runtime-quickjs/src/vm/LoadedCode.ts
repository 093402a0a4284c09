import type { LoadedBlocks } from '../codec/LoadedBlocks.ts'
import type { LoadReport } from './definition.ts'

/** What is known of a plugin's code once it has run, for all instances that begin as copies. Nothing in it is changed. */
export interface LoadedCode {
  readonly report: LoadReport
  readonly blocks: LoadedBlocks
}
