import { lazy, Suspense, useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { UnsavedError, type LeaveOptions } from './workspaceDesk.ts'

// Few ever see the question.
const LeaveQuestion = lazy(async () => ({ default: (await import('./LeaveQuestion.tsx')).LeaveQuestion }))

const words = messages.workspaces

type Work = (options: LeaveOptions) => Promise<void>

export interface Leave {
  /** Does what leaves the open workspace; asks first when something of it is not saved. */
  readonly attempt: (work: Work) => Promise<void>
  /** The question, to be drawn. */
  readonly question: ReactElement | null
}

/**
 * Leaves the open workspace without losing anything of it unasked. `onProblem` is told why an attempt failed, in words; null
 * when one begins.
 */
export function useLeave(onProblem: (words: string | null) => void): Leave {
  const [unsaved, setUnsaved] = useState<Work | null>(null)
  const attempt = async (work: Work, options: LeaveOptions = {}): Promise<void> => {
    onProblem(null)
    setUnsaved(null)
    try {
      await work(options)
    } catch (error) {
      // A function in a state setter would be called.
      if (error instanceof UnsavedError) setUnsaved(() => work)
      else onProblem(error instanceof Error ? error.message : words.failed)
    }
  }
  const question =
    unsaved === null ? null : (
      <Suspense>
        <LeaveQuestion onStay={() => setUnsaved(null)} onLeave={() => void attempt(unsaved, { evenUnsaved: true })} />
      </Suspense>
    )
  return { attempt: (work) => attempt(work), question }
}
