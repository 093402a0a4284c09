import { Tabs } from '@base-ui/react/tabs'
import type { ReactElement } from 'react'

import { ConsoleControls } from './console/ConsoleControls.tsx'
import { ConsoleBody } from './console/ConsolePanel.tsx'
import { DomainInspector } from './domains/DomainInspector.tsx'
import { ProblemsPanel, useProblems } from './problems/ProblemsPanel.tsx'
import { useSession, useDevtoolsState, useMessages, useModel } from './session/context.tsx'
import type { DevtoolsPanel } from './session/devtoolsState.ts'
import { TimelineBody } from './timeline/Timeline.tsx'
import { TimelineControls } from './timeline/TimelineControls.tsx'
import { WhileOpen } from './session/WhileOpen.tsx'

/** What happened, what was said, what is shared, what is broken: one panel at a time. */
export function DevtoolsDock(): ReactElement {
  return (
    <WhileOpen>
      <Dock />
    </WhileOpen>
  )
}

function Dock(): ReactElement {
  const devtools = useSession()
  const { dock } = useMessages()
  const panel = useDevtoolsState((state) => state.panel)
  return (
    <Tabs.Root
      render={<section className="pbd-root pbd-dock" aria-label={dock.label} />}
      value={panel}
      // The values are the ones that the tabs below were given.
      onValueChange={(value) => devtools.showPanel(value as DevtoolsPanel)}
    >
      <div className="pbd-dock-head">
        <Tabs.List className="pbd-tabs" aria-label={dock.panels}>
          <Tabs.Tab value="timeline">{dock.timeline}</Tabs.Tab>
          <Tabs.Tab value="console">
            {dock.console} <LineCount />
          </Tabs.Tab>
          <Tabs.Tab value="domains">{dock.domains}</Tabs.Tab>
          <Tabs.Tab value="problems">
            {dock.problems} <ProblemCount />
          </Tabs.Tab>
        </Tabs.List>
        {panel === 'timeline' ? <TimelineControls /> : null}
        {panel === 'console' ? <ConsoleControls /> : null}
      </div>
      <Tabs.Panel className="pbd-dock-body" value="timeline">
        <TimelineBody />
      </Tabs.Panel>
      <Tabs.Panel className="pbd-dock-body" value="console">
        <ConsoleBody />
      </Tabs.Panel>
      <Tabs.Panel className="pbd-dock-body" value="domains">
        <DomainInspector />
      </Tabs.Panel>
      <Tabs.Panel className="pbd-dock-body" value="problems">
        <ProblemsPanel />
      </Tabs.Panel>
    </Tabs.Root>
  )
}

function LineCount(): ReactElement | null {
  const { console: model } = useSession()
  useModel(model)
  const { pluginLines } = model
  return pluginLines === 0 ? null : <span className="pbd-pill pbd-mute pbd-tiny">{pluginLines}</span>
}

function ProblemCount(): ReactElement | null {
  const { length } = useProblems()
  return length === 0 ? null : <span className="pbd-pill pbd-err pbd-tiny">{length}</span>
}
