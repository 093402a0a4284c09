import type { RuntimePluginInstance } from '@plugboard/contracts'
import { ShieldX } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useActivity, useAppSelector } from '../workspace/hooks.ts'
import { useSelection } from '../workspace/selection.ts'

const words = messages.instances

/** Says calmly that the host refused something, and leads to the reason. */
export function DeniedNote({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement | null {
  const selection = useSelection()
  const deniedSeq = useActivity(instance.instanceId)?.deniedSeq
  // The ring may have dropped it since.
  const canReview = useAppSelector(
    ({ plugins }) => deniedSeq !== undefined && deniedSeq >= (plugins.trace[0]?.seq ?? 0),
  )
  const denied = instance.diagnostics.deniedActions
  if (denied === 0) return null
  return (
    <div className="note">
      <ShieldX size={16} aria-hidden="true" />
      <span>{words.writesDenied(denied)}</span>
      {deniedSeq === undefined || !canReview ? null : (
        <button
          type="button"
          className="btn"
          onClick={() => selection.review({ seq: deniedSeq, instanceId: instance.instanceId })}
        >
          {words.review}
        </button>
      )}
    </div>
  )
}
