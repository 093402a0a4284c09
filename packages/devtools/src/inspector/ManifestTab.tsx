import type { RuntimePluginInstance } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useSession, useMessages } from '../session/context.tsx'
import { displayText } from '../ui/displayText.ts'

/** The manifest, with whose word it is, or why there is none, and the limits that hold. */
export function ManifestTab({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const { host } = useSession()
  const { inspector } = useMessages()
  const running = host.describe(instance.instanceId)
  const manifest = running?.manifest ?? null
  const title = running?.isTrusted === true ? inspector.manifest : inspector.claimedManifest
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
          <h3>{title}</h3>
          <JsonTree label={title} value={manifest} />
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
