import type { RuntimePluginInstance } from '@plugboard/contracts'
import { presetPlugins } from '@plugboard/preset-plugins'
import type { ReactElement } from 'react'

import { JsonView } from '../ui/JsonView.tsx'

/** The trusted manifest, or why there is none. */
export function ManifestPanel({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const manifest = presetPlugins.find((preset) => preset.manifest.packageId === instance.packageId)?.manifest
  if (manifest === undefined) {
    return (
      <div>
        <h3>No manifest</h3>
        <p className="mut">
          This code came without a trusted manifest, so it started with no grants. It calls itself “
          {instance.declaredId ?? instance.title}”; that is for display only.
        </p>
      </div>
    )
  }
  return (
    <div>
      <h3>Trusted manifest</h3>
      <JsonView label="Trusted manifest" value={manifest} />
    </div>
  )
}
