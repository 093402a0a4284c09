import type { RuntimePluginInstance } from '@plugboard/contracts'
import { ShieldX } from 'lucide-react'
import type { ReactElement } from 'react'

import { useAppDispatch, useTrace } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'

/** Says calmly that the host refused something, and leads to the reason. */
export function DeniedNote({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement | null {
  const dispatch = useAppDispatch()
  const trace = useTrace()
  const denied = instance.diagnostics.deniedActions
  const last = trace.findLast(
    (record) => record.kind === 'dispatch' && record.outcome === 'denied' && record.instanceId === instance.instanceId,
  )
  if (denied === 0) return null
  return (
    <div className="note">
      <ShieldX size={16} aria-hidden="true" />
      <span>{denied === 1 ? '1 write denied' : `${denied} writes denied`}</span>
      {last === undefined ? null : (
        <button
          type="button"
          className="btn"
          onClick={() => dispatch(workspaceActions.eventReviewed({ seq: last.seq, instanceId: instance.instanceId }))}
        >
          Review
        </button>
      )}
    </div>
  )
}
