import { TriangleAlert, X } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppDispatch, useAppSelector } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

/** Why the last command was refused, until it is dismissed. */
export function Refusal(): ReactElement | null {
  const dispatch = useAppDispatch()
  const refusal = useAppSelector((state) => state.workspace.refusal)
  if (refusal === null) return null
  return (
    <div className="refusal" role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <span className="grow">{refusal}</span>
      <button
        type="button"
        className="btn ghost sq"
        aria-label={messages.shell.dismiss}
        onClick={() => dispatch(workspaceActions.refusalDismissed())}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
