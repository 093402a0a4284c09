import type { RuntimePluginInstance } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { JsonView } from '../ui/JsonView.tsx'
import { useAppSelector } from '../workspace/hooks.ts'

/** The instance's own state, as the host keeps it. */
export function StatePanel({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const pluginState = useAppSelector((state) => state.plugins.pluginStateByInstance[instance.instanceId])
  return (
    <div>
      <h3>Own state</h3>
      <JsonView label="Own state" value={pluginState ?? null} />
      <p className="mut small caps-foot">The host keeps it: a restart or a crash does not lose it.</p>
    </div>
  )
}
