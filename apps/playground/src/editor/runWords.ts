import type { ProjectRun } from '../authoring/runsSlice.ts'
import { messages } from '../messages/index.ts'

const words = messages.editor

export interface RunWordsOptions {
  /** Whether an instance of the package failed since. */
  readonly hasFailed: boolean
  /** Whether there is an instance of the package. */
  readonly isShown: boolean
}

/** What is said of a run that did not fail; nothing where what ran is gone. */
export function wordsOfRun(
  run: Exclude<ProjectRun, { readonly phase: 'failed' }> | undefined,
  { hasFailed, isShown }: RunWordsOptions,
): string {
  if (run === undefined) return ''
  if (run.phase === 'running') return words.running
  if (!isShown) return ''
  // It was loaded, and its first picture or an event failed afterwards: the card says how.
  if (hasFailed) return words.failedSince
  return run.state === 'new' ? words.started : words[run.state]
}

export interface VersionWordsOptions {
  /** Whether a version of the project has run. */
  readonly hasRun: boolean
  readonly isShown: boolean
}

/** What is there beside a version that does not run. */
export function wordsOfVersion({ hasRun, isShown }: VersionWordsOptions): string {
  if (!hasRun) return words.neverRan
  return isShown ? words.stillShowing : ''
}
