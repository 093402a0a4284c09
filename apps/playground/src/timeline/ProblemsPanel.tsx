import type { ReactElement } from 'react'

import { useAppDispatch, useInstances } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

/** Instances that show an error right now. */
export function ProblemsPanel(): ReactElement {
  const dispatch = useAppDispatch()
  const broken = useInstances().filter((instance) => instance.error !== undefined)
  if (broken.length === 0) return <p className="panel-empty">No problems.</p>
  return (
    <ul className="con" tabIndex={0} aria-label="Problems">
      {broken.map((instance) => (
        <li key={instance.instanceId} className="error">
          <button
            type="button"
            className="linkish mono"
            onClick={() => dispatch(workspaceActions.instanceInspected(instance.instanceId))}
          >
            {instance.instanceId}
          </button>
          <span className="grow">{instance.error?.message}</span>
          <span className="mono mut">{instance.error?.code}</span>
        </li>
      ))}
    </ul>
  )
}
