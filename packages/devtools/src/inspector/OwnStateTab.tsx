import type { RuntimePluginInstance } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useMessages, useRuntime } from '../session/context.tsx'

/** The instance's own state, as the host keeps it. */
export function OwnStateTab({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const { inspector } = useMessages()
  const state = useRuntime(({ pluginStateByInstance }) => pluginStateByInstance[instance.instanceId])
  return (
    <div>
      <h3>{inspector.ownState}</h3>
      {state === undefined ? (
        <p className="pbd-muted">{inspector.noState}</p>
      ) : (
        <JsonTree label={inspector.ownState} value={state} />
      )}
      <p className="pbd-muted">{inspector.stateKept}</p>
    </div>
  )
}
