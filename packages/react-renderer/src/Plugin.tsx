import type { InstanceId, OpenPluginRequest, PluginSource, WidgetSource } from '@plugboard/contracts'
import { useEffect, useState, type ReactElement, type ReactNode } from 'react'

import { usePluginContext } from './pluginContext.ts'
import { WidgetRenderer } from './WidgetRenderer.tsx'

export interface PluginProps extends OpenPluginRequest {
  /** Which widget to draw. Default `main`. */
  readonly widgetId?: string
  readonly loading?: ReactNode
}

/**
 * Starts code as an instance of its own and draws one of its widgets. The instance ends a turn after the element has
 * gone; React's double mount in development gives one VM.
 */
export function Plugin({ widgetId = 'main', loading, ...request }: PluginProps): ReactElement | null {
  const { source } = usePluginContext()
  const { packageId, code, sourceMap, manifest } = request
  // Survives StrictMode's second mount: what tells the source that it is the same element.
  const [ticket] = useState(() => ({}))
  const [instanceId, setInstanceId] = useState<InstanceId | null>(null)
  useEffect(() => {
    const hold = asPluginSource(source).open(ticket, {
      packageId,
      code,
      ...(sourceMap === undefined ? {} : { sourceMap }),
      ...(manifest === undefined ? {} : { manifest }),
    })
    setInstanceId(hold.instanceId)
    return () => {
      hold.release()
    }
  }, [source, ticket, packageId, code, sourceMap, manifest])
  if (instanceId === null) return null
  return (
    <WidgetRenderer instanceId={instanceId} widgetId={widgetId} {...(loading === undefined ? {} : { loading })} />
  )
}

function asPluginSource(source: WidgetSource): PluginSource {
  if ('open' in source && typeof source.open === 'function') return source as PluginSource
  throw new Error('<Plugin> needs a source that can open plugins, such as a plugin host.')
}
