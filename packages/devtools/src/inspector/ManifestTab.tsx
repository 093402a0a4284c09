import type { RuntimePluginInstance } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useSession, useMessages } from '../session/context.tsx'
import { displayText } from '../ui/displayText.ts'

/** The trusted manifest, or why there is none, and the limits that hold. */
export function ManifestTab({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const { host } = useSession()
  const { inspector } = useMessages()
  const running = host.describe(instance.instanceId)
  const manifest = running?.manifest ?? null
  return (
    <>
      {manifest === null ? (
        <div>
          <h3>{inspector.noManifest}</h3>
          <p className="pbd-muted">
            {inspector.noManifestText(displayText(instance.declaredId ?? instance.title, 64))}
          </p>
        </div>
      ) : (
        <div>
          <h3>{inspector.manifest}</h3>
          <JsonTree label={inspector.manifest} value={manifest} />
        </div>
      )}
      {running === undefined ? null : (
        <div>
          <h3>{inspector.limits}</h3>
          <JsonTree label={inspector.limits} value={running.limits} />
        </div>
      )}
    </>
  )
}
