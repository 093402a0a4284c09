import { useState, type ReactElement } from 'react'

import { InstanceGrid } from '../instances/InstanceGrid.tsx'
import { Inspector } from '../inspector/Inspector.tsx'
import { NewPluginDialog } from '../packages/NewPluginDialog.tsx'
import { Sidebar } from '../packages/Sidebar.tsx'
import { BottomPanel } from '../timeline/BottomPanel.tsx'
import { useAppSelector } from '../workspace/hooks.ts'
import { DenialAnnouncer } from './DenialAnnouncer.tsx'
import { MobileTabs } from './MobileTabs.tsx'
import { Refusal } from './Refusal.tsx'
import { SavedNotice } from './SavedNotice.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'

/** The Run view: packages, instance cards, inspector, timeline. */
export function App(): ReactElement {
  const [isNewPluginOpen, setNewPluginOpen] = useState(false)
  const mobileView = useAppSelector((state) => state.workspace.mobileView)
  const isInspectorOpen = useAppSelector((state) => state.workspace.isInspectorOpen)
  const openNewPlugin = (): void => {
    setNewPluginOpen(true)
  }
  return (
    <div className="app" data-view={mobileView} data-inspector={isInspectorOpen ? 'open' : 'closed'}>
      <TopBar page="run" onNewPlugin={openNewPlugin} />
      <Sidebar onNewPlugin={openNewPlugin} />
      <main className="main" id="main" tabIndex={-1}>
        <SavedNotice />
        <Refusal />
        <div className="workspace">
          <InstanceGrid onNewPlugin={openNewPlugin} />
        </div>
        <BottomPanel />
      </main>
      <Inspector />
      <StatusBar />
      <MobileTabs />
      <DenialAnnouncer />
      <NewPluginDialog
        isOpen={isNewPluginOpen}
        onClose={() => {
          setNewPluginOpen(false)
        }}
      />
    </div>
  )
}
