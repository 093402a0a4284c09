import { Tabs } from '@base-ui/react/tabs'
import type { InstanceId, RuntimePluginInstance } from '@plugboard/contracts'
import { Pause, Play, RotateCcw, Trash2, X } from 'lucide-react'
import { type ReactElement, type ReactNode, useState } from 'react'

import { useSession, useDevtoolsState, useInstance, useIsPast, useMessages } from '../session/context.tsx'
import { INSPECTOR_TABS, type InspectorTab } from '../session/devtoolsState.ts'
import { displayText } from '../ui/displayText.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { GrantsTab } from './GrantsTab.tsx'
import { ManifestTab } from './ManifestTab.tsx'
import { OwnStateTab } from './OwnStateTab.tsx'
import { ResourcesTab } from './ResourcesTab.tsx'
import { UITreeTab } from './UITreeTab.tsx'
import { WhileOpen } from '../session/WhileOpen.tsx'

export interface InstanceInspectorProps {
  /** Drawn before the title: how the application shows the package elsewhere. */
  readonly renderIcon?: (instance: RuntimePluginInstance) => ReactNode
  /** Removes an instance in the application's own way, for example with an undo. Default: `host.unload`. */
  readonly onRemove?: (instanceId: InstanceId) => void
  /** Shows a button that closes the inspector. */
  readonly onClose?: () => void
}

/** Everything about the selected instance. */
export function InstanceInspector(props: InstanceInspectorProps): ReactElement {
  return (
    <WhileOpen>
      <SelectedInstance {...props} />
    </WhileOpen>
  )
}

function SelectedInstance(props: InstanceInspectorProps): ReactElement {
  const selected = useDevtoolsState((state) => state.selectedInstanceId)
  const instance = useInstance(selected)
  const { inspector } = useMessages()
  if (instance !== undefined) return <Inspected key={instance.instanceId} instance={instance} {...props} />
  return (
    <aside className="pbd-root pbd-inspector" aria-label={inspector.empty}>
      <div className="pbd-empty">
        <h2>{inspector.nothingTitle}</h2>
        <p className="pbd-muted">{inspector.nothingText}</p>
      </div>
    </aside>
  )
}

const TABS: Readonly<Record<InspectorTab, (props: { readonly instance: RuntimePluginInstance }) => ReactElement>> = {
  grants: GrantsTab,
  state: OwnStateTab,
  ui: UITreeTab,
  resources: ResourcesTab,
  manifest: ManifestTab,
}

interface InspectedProps extends InstanceInspectorProps {
  readonly instance: RuntimePluginInstance
}

function Inspected({ instance, onClose, onRemove, renderIcon }: InspectedProps): ReactElement {
  const devtools = useSession()
  const { inspector } = useMessages()
  const tab = useDevtoolsState((state) => state.tab)
  return (
    <aside className="pbd-root pbd-inspector" aria-label={inspector.label(instance.instanceId)}>
      <Tabs.Root
        className="pbd-inspector-tabs"
        value={tab}
        // The values are the ones that the tabs below were given.
        onValueChange={(value) => devtools.showTab(value as InspectorTab)}
      >
        <header>
          <div className="pbd-row">
            {renderIcon?.(instance)}
            <div className="pbd-grow">
              <h2 className="pbd-cut">{displayText(instance.title)}</h2>
              <div className="pbd-mono pbd-muted pbd-cut">{instance.instanceId}</div>
            </div>
            <InstanceActions instance={instance} onRemove={onRemove} />
            {onClose === undefined ? null : (
              <span className="pbd-inspector-close">
                <IconButton label={inspector.close} icon={X} onClick={onClose} />
              </span>
            )}
          </div>
          <Tabs.List className="pbd-tabs" aria-label={inspector.tabList}>
            {INSPECTOR_TABS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {inspector.tabs[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </header>
        {INSPECTOR_TABS.map((name) => {
          const Tab = TABS[name]
          return (
            <Tabs.Panel key={name} className="pbd-inspector-panel" value={name}>
              <Tab instance={instance} />
            </Tabs.Panel>
          )
        })}
      </Tabs.Root>
    </aside>
  )
}

function InstanceActions(props: {
  readonly instance: RuntimePluginInstance
  readonly onRemove: ((instanceId: InstanceId) => void) | undefined
}): ReactElement {
  const { instance, onRemove } = props
  const { host } = useSession()
  const { inspector } = useMessages()
  const [fault, setFault] = useState<string | null>(null)
  const isPast = useIsPast()
  const { enabled, instanceId } = instance
  const attempt = (work: () => Promise<void>): void => {
    setFault(null)
    work().catch((error: unknown) => {
      setFault(inspector.failed(error instanceof Error ? error.message : String(error)))
    })
  }
  return (
    <>
      <IconButton
        label={enabled ? inspector.pause : inspector.resume}
        icon={enabled ? Pause : Play}
        disabled={isPast}
        onClick={() => host.setEnabled(instanceId, !enabled)}
      />
      <IconButton
        label={inspector.restart}
        icon={RotateCcw}
        disabled={isPast}
        onClick={() => attempt(() => host.restart(instanceId))}
      />
      <IconButton
        label={inspector.remove}
        icon={Trash2}
        disabled={isPast}
        onClick={() => (onRemove === undefined ? attempt(() => host.unload(instanceId)) : onRemove(instanceId))}
      />
      {fault === null ? null : (
        <p role="alert" className="pbd-error pbd-below">
          {fault}
        </p>
      )}
    </>
  )
}
