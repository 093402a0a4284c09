import { Tabs } from '@base-ui/react/tabs'
import type { ReactElement } from 'react'

import { useAppDispatch, useAppSelector, useInstances } from '../workspace/hooks.ts'
import { workspaceActions, type PanelName } from '../workspace/workspaceSlice.ts'
import { ConsolePanel } from './ConsolePanel.tsx'
import { DomainsPanel } from './DomainsPanel.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { Timeline } from './Timeline.tsx'
import { TimelineControls } from './TimelineControls.tsx'

/** What happened, what was said, what is shared, what is broken. */
export function BottomPanel(): ReactElement {
  const dispatch = useAppDispatch()
  const panel = useAppSelector((state) => state.workspace.panel)
  const logCount = useAppSelector((state) => state.workspace.log.length)
  const problemCount = useInstances().filter((instance) => instance.error !== undefined).length
  return (
    <Tabs.Root
      render={<section className="panel" aria-label="Timeline and logs" />}
      value={panel}
      // The values are the ones that the tabs below were given.
      onValueChange={(value) => dispatch(workspaceActions.panelChanged(value as PanelName))}
    >
      <div className="ph">
        <Tabs.List className="tabs" aria-label="Panels">
          <Tabs.Tab value="timeline">Timeline</Tabs.Tab>
          <Tabs.Tab value="console">
            Console {logCount === 0 ? null : <span className="pill mute tiny">{logCount}</span>}
          </Tabs.Tab>
          <Tabs.Tab value="domains">Shared domains</Tabs.Tab>
          <Tabs.Tab value="problems">
            Problems {problemCount === 0 ? null : <span className="pill err tiny">{problemCount}</span>}
          </Tabs.Tab>
        </Tabs.List>
        {panel === 'timeline' ? <TimelineControls /> : null}
      </div>
      <Tabs.Panel className="panel-body" value="timeline">
        <Timeline />
      </Tabs.Panel>
      <Tabs.Panel className="panel-body" value="console">
        <ConsolePanel />
      </Tabs.Panel>
      <Tabs.Panel className="panel-body" value="domains">
        <DomainsPanel />
      </Tabs.Panel>
      <Tabs.Panel className="panel-body" value="problems">
        <ProblemsPanel />
      </Tabs.Panel>
    </Tabs.Root>
  )
}
