import type { InstanceId, OpenPluginRequest, PackageId, PackageManifest } from '@plugboard/contracts'
import { type ReactElement, type ReactNode, useLayoutEffect, useState } from 'react'

import { usePluginContext } from './pluginContext.ts'
import { PluginRendererError } from './pluginRendererError.ts'
import { WidgetBox } from './WidgetBox.tsx'
import { WidgetRenderer, type WidgetRendererProps } from './WidgetRenderer.tsx'
import { EMPTY_SNAPSHOT } from './widgetSession.ts'
import { WidgetStatus } from './WidgetStatus.tsx'

export interface PluginProps extends Pick<WidgetRendererProps, 'renderStatus'> {
  readonly packageId: PackageId
  readonly code: string
  readonly sourceMap?: string
  /** Absent: the code is not trusted and gets no grants. */
  readonly manifest?: PackageManifest
  /** `main` when absent. */
  readonly widgetId?: string
}

interface Opening {
  /** Stays the same for as long as the same code is asked for, so that a double mount finds the same instance. */
  readonly ticket: object
  readonly request: OpenPluginRequest
}

/**
 * Starts a plugin for as long as this element is mounted, and draws one of its widgets. Other code is another instance.
 *
 * @throws PluginRendererError `CANNOT_OPEN` when the provider's source cannot start plugins.
 */
export function Plugin({
  packageId,
  code,
  sourceMap,
  manifest,
  widgetId = 'main',
  renderStatus,
}: PluginProps): ReactElement {
  const { source } = usePluginContext('<Plugin>')
  const request: OpenPluginRequest = {
    packageId,
    code,
    ...(sourceMap === undefined ? {} : { sourceMap }),
    ...(manifest === undefined ? {} : { manifest }),
  }
  const [opening, setOpening] = useState<Opening>(() => ({ ticket: {}, request }))
  const [instanceId, setInstanceId] = useState<InstanceId | null>(null)
  if (!isSameRequest(opening.request, request)) setOpening({ ticket: {}, request })

  if (!('open' in source)) {
    throw new PluginRendererError(
      'CANNOT_OPEN',
      `<Plugin packageId="${packageId}"> needs a source that starts plugins. Give a plugin host to <PluginProvider>, or load the plugin there and use <WidgetRenderer>.`,
    )
  }

  useLayoutEffect(() => {
    const hold = source.open(opening.ticket, opening.request)
    // oxlint-disable-next-line react/set-state-in-effect -- a hold is taken where it can be given back
    setInstanceId(hold.instanceId)
    return () => hold.release()
  }, [source, opening])

  if (instanceId === null) return <OpeningBox renderStatus={renderStatus} />
  return (
    <WidgetRenderer
      instanceId={instanceId}
      widgetId={widgetId}
      {...(renderStatus === undefined ? {} : { renderStatus })}
    />
  )
}

function OpeningBox({ renderStatus }: { readonly renderStatus: PluginProps['renderStatus'] }): ReactElement {
  const status: ReactNode =
    renderStatus === undefined ? <WidgetStatus snapshot={EMPTY_SNAPSHOT} /> : renderStatus(EMPTY_SNAPSHOT)
  return <WidgetBox snapshot={EMPTY_SNAPSHOT}>{status}</WidgetBox>
}

function isSameRequest(one: OpenPluginRequest, other: OpenPluginRequest): boolean {
  return (
    one.packageId === other.packageId &&
    one.code === other.code &&
    one.sourceMap === other.sourceMap &&
    (one.manifest === other.manifest || JSON.stringify(one.manifest) === JSON.stringify(other.manifest))
  )
}
