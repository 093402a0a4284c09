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
  /** Why the last attempt failed, in words; null when it did not. */
  readonly problem: string | null
  /** The question, to be drawn. */
  readonly question: ReactElement | null
}

/** Leaves the open workspace without losing anything of it unasked. */
export function useLeave(): Leave {
  const [unsaved, setUnsaved] = useState<Work | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = async (work: Work, options: LeaveOptions = {}): Promise<void> => {
    setProblem(null)
    setUnsaved(null)
    try {
      await work(options)
    } catch (error) {
      // A function in a state setter would be called.
      if (error instanceof UnsavedError) setUnsaved(() => work)
      else setProblem(error instanceof Error ? error.message : words.failed)
    }
  }
  const question =
    unsaved === null ? null : (
      <Suspense>
        <LeaveQuestion onStay={() => setUnsaved(null)} onLeave={() => void attempt(unsaved, { evenUnsaved: true })} />
      </Suspense>
    )
  return { attempt: (work) => attempt(work), problem, question }
}
