import { useEffect, useState, type ReactElement } from 'react'

import { openFirstWorkspace } from '../host/openFirstWorkspace.ts'
import { InstanceGrid } from '../instances/InstanceGrid.tsx'
import { Inspector } from '../inspector/Inspector.tsx'
import { NewPluginDialog } from '../packages/NewPluginDialog.tsx'
import { Sidebar } from '../packages/Sidebar.tsx'
import { BottomPanel } from '../timeline/BottomPanel.tsx'
import { useAppDispatch, useAppSelector, useHost } from '../workspace/hooks.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { DenialAnnouncer } from './DenialAnnouncer.tsx'
import { MobileTabs } from './MobileTabs.tsx'
import { Refusal } from './Refusal.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'

/** The Run view: packages, instance cards, inspector, timeline. */
export function App(): ReactElement {
  useFirstWorkspace()
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

let isOpened = false

/** Opens the first workspace once for the page, however often React mounts the app. */
function useFirstWorkspace(): void {
  const host = useHost()
  const dispatch = useAppDispatch()
  useEffect(() => {
    if (isOpened) return
    isOpened = true
    openFirstWorkspace(host).then(
      ({ denied }) => {
        dispatch(workspaceActions.instanceSelected(denied))
        dispatch(workspaceActions.phaseChanged('ready'))
      },
      (error: unknown) => {
        dispatch(workspaceActions.phaseChanged('failed'))
        const reason = error instanceof Error ? error.message : 'The sandbox did not start.'
        dispatch(workspaceActions.refusalShown(reason))
      },
    )
  }, [host, dispatch])
}
