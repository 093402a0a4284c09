import { TravelBanner } from '@plugboard/devtools'
import { lazy, Suspense, useState, type ReactElement } from 'react'

import { CommandRegistry, CommandRegistryProvider } from '../commands/commandRegistry.ts'
import { PaletteField } from '../commands/PaletteField.tsx'
import { usePageCommands } from '../commands/usePageCommands.ts'
import { useShortcuts } from '../commands/useShortcuts.ts'
import { InstanceGrid } from '../instances/InstanceGrid.tsx'
import { messages } from '../messages/index.ts'
import { UpdateNotice } from '../offline/UpdateNotice.tsx'
import { Sidebar } from '../packages/Sidebar.tsx'
import { ShareButton } from '../share/ShareButton.tsx'
import { PHONE, useMediaQuery } from '../ui/useMediaQuery.ts'
import { useAppSelector } from '../workspace/hooks.ts'
import { WorkspaceMenu } from '../workspaces/WorkspaceMenu.tsx'
import { DenialAnnouncer } from './DenialAnnouncer.tsx'
import { Dialogs } from './Dialogs.tsx'
import { HelpMenu } from './HelpMenu.tsx'
import { InspectorFrame } from './InspectorFrame.tsx'
import { MobileTabs } from './MobileTabs.tsx'
import { PhoneActions } from './PhoneActions.tsx'
import { Refusal } from './Refusal.tsx'
import { SavedNotice } from './SavedNotice.tsx'
import { SavedState } from './SavedState.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useRoute } from './useRoute.ts'

// After the cards: they are what a person came for.
const Dock = lazy(async () => ({ default: (await import('./Dock.tsx')).Dock }))
const EventSheet = lazy(async () => ({ default: (await import('./EventSheet.tsx')).EventSheet }))
const MoreView = lazy(async () => ({ default: (await import('./MoreView.tsx')).MoreView }))
// Nothing was done yet that could be taken back.
const ToastHost = lazy(async () => ({ default: (await import('./ToastHost.tsx')).ToastHost }))
// Loaded when it is asked for: CodeMirror alone is larger than the Run view.
const EditorPage = lazy(async () => ({ default: (await import('../editor/EditorPage.tsx')).EditorPage }))

/** The playground: packages, instance cards, inspector, timeline, and what leads to all of it. */
export function App(): ReactElement {
  const [registry] = useState(() => new CommandRegistry())
  return (
    <CommandRegistryProvider value={registry}>
      <Frame />
    </CommandRegistryProvider>
  )
}

function Frame(): ReactElement {
  const route = useRoute()
  const isEditing = route.page === 'split' || route.page === 'code'
  const mobileView = useAppSelector((state) => state.workspace.mobileView)
  const isEmpty = useAppSelector(
    ({ plugins, workspace }) => workspace.phase !== 'starting' && Object.keys(plugins.instances).length === 0,
  )
  const isPhone = useMediaQuery(PHONE)
  usePageCommands()
  useShortcuts()
  return (
    <div
      className={isEditing ? 'app editing' : 'app'}
      data-view={isEditing ? 'run' : mobileView}
      data-empty={isEmpty && !isEditing}
    >
      <TopBar
        page={route.page}
        start={
          <>
            <WorkspaceMenu />
            <SavedState />
          </>
        }
        end={
          <>
            <PaletteField />
            <ShareButton />
            <PhoneActions />
          </>
        }
        help={<HelpMenu />}
      />
      <Sidebar />
      <main className="main" id="main" tabIndex={-1}>
        <UpdateNotice />
        <TravelBanner />
        {isPhone && mobileView === 'timeline' && !isEditing ? (
          <Suspense>
            <EventSheet />
          </Suspense>
        ) : null}
        <SavedNotice />
        <Refusal />
        {isEditing ? (
          <Suspense fallback={<p className="page-loading">{messages.editor.loading}</p>}>
            <EditorPage route={route} />
          </Suspense>
        ) : (
          <>
            <div className="workspace">
              <InstanceGrid />
            </div>
            <Suspense fallback={<div className="pbd-root pbd-dock" />}>
              <Dock />
            </Suspense>
            {isPhone && mobileView === 'more' ? (
              <Suspense>
                <MoreView />
              </Suspense>
            ) : null}
          </>
        )}
      </main>
      {isEditing ? null : <InspectorFrame />}
      <StatusBar />
      <MobileTabs />
      <DenialAnnouncer />
      <Dialogs />
      <Suspense>
        <ToastHost />
      </Suspense>
    </div>
  )
}
