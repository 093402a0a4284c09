import { Tabs } from '@base-ui/react/tabs'
import type { RuntimePluginInstance } from '@plugboard/contracts'
import { Pause, Play, RotateCcw, Trash2, X } from 'lucide-react'
import type { ReactElement } from 'react'

import { PackageTile } from '../ui/PackageTile.tsx'
import { useCommands } from '../workspace/commands.ts'
import { useAppDispatch, useAppSelector, useHost, useInstance, usePackage } from '../workspace/hooks.ts'
import { workspaceActions, type InspectorTab } from '../workspace/workspaceSlice.ts'
import { GrantsPanel } from './GrantsPanel.tsx'
import { ManifestPanel } from './ManifestPanel.tsx'
import { ResourcesPanel } from './ResourcesPanel.tsx'
import { StatePanel } from './StatePanel.tsx'

/** Everything about the selected instance. */
export function Inspector(): ReactElement {
  const selected = useAppSelector((state) => state.workspace.selectedInstanceId)
  const instance = useInstance(selected)
  if (instance === undefined) {
    return (
      <aside className="insp" aria-label="Inspector">
        <div className="empty">
          <h2>Nothing selected</h2>
          <p className="mut">Choose an instance to see its grants, its state and what it sees.</p>
        </div>
      </aside>
    )
  }
  return <InstanceInspector instance={instance} />
}

function InstanceInspector({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const dispatch = useAppDispatch()
  const tab = useAppSelector((state) => state.workspace.inspectorTab)
  const entry = usePackage(instance.packageId)
  return (
    <aside className="insp" aria-label={`Inspector for ${instance.instanceId}`}>
      <Tabs.Root
        className="insp-tabs"
        value={tab}
        // The values are the ones that the tabs below were given.
        onValueChange={(value) => dispatch(workspaceActions.inspectorTabChanged(value as InspectorTab))}
      >
        <header>
          <div className="row">
            <PackageTile entry={entry} small />
            <div className="grow">
              <h2 className="insp-title trunc">{instance.title}</h2>
              <div className="mono mut small">{instance.instanceId}</div>
            </div>
            <InstanceActions instance={instance} />
          </div>
          <Tabs.List className="tabs" aria-label="Inspector">
            <Tabs.Tab value="grants">Grants</Tabs.Tab>
            <Tabs.Tab value="state">State</Tabs.Tab>
            <Tabs.Tab value="resources">Resources</Tabs.Tab>
            <Tabs.Tab value="manifest">Manifest</Tabs.Tab>
          </Tabs.List>
        </header>
        <Tabs.Panel className="sc" value="grants">
          <GrantsPanel instance={instance} />
        </Tabs.Panel>
        <Tabs.Panel className="sc" value="state">
          <StatePanel instance={instance} />
        </Tabs.Panel>
        <Tabs.Panel className="sc" value="resources">
          <ResourcesPanel instance={instance} />
        </Tabs.Panel>
        <Tabs.Panel className="sc" value="manifest">
          <ManifestPanel instance={instance} />
        </Tabs.Panel>
      </Tabs.Root>
    </aside>
  )
}

function InstanceActions({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const host = useHost()
  const commands = useCommands()
  const dispatch = useAppDispatch()
  const { instanceId, enabled } = instance
  return (
    <>
      <button
        type="button"
        className="btn ghost sq"
        aria-label={enabled ? 'Pause' : 'Resume'}
        onClick={() => host.setEnabled(instanceId, !enabled)}
      >
        {enabled ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
      </button>
      <button
        type="button"
        className="btn ghost sq"
        aria-label="Restart"
        onClick={() => void commands.restart(instanceId)}
      >
        <RotateCcw size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn ghost sq"
        aria-label="Remove"
        onClick={() => void commands.remove(instanceId)}
      >
        <Trash2 size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn ghost sq insp-close"
        aria-label="Close inspector"
        onClick={() => dispatch(workspaceActions.inspectorClosed())}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </>
  )
}
