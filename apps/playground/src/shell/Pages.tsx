import { DevtoolsProvider } from '@plugboard/devtools'
import { PluginProvider } from '@plugboard/react-renderer'
import { lazy, Suspense, useSyncExternalStore, type ReactElement } from 'react'
import { Provider } from 'react-redux'

import { ArrivalGate } from '../consent/ArrivalGate.tsx'
import type { Playground } from '../host/createPlayground.ts'
import { ImportsProvider } from '../imports/importsContext.ts'
import { messages } from '../messages/index.ts'
import { ProjectRunnerProvider } from '../projects/projectCommands.ts'
import { HostProvider } from '../workspace/hooks.ts'
import { SavedWorkspaceProvider } from '../workspace/savedWorkspaceContext.ts'
import { UndoOffersProvider } from '../workspace/undoOffers.ts'
import { DeskProvider, useDesk, type DeskParts } from '../workspaces/deskContext.ts'
import { App } from './App.tsx'
import { useRoute } from './useRoute.ts'
import { WorkbenchBoundary } from './WorkbenchBoundary.tsx'

// Loaded when it is asked for: the first load is that of the Run view.
const GalleryPage = lazy(async () => ({ default: (await import('../gallery/GalleryPage.tsx')).GalleryPage }))

/** The page that the address names after its `#`: the playground, or the gallery, which does without a VM. */
export function Pages({ parts }: { readonly parts: DeskParts }): ReactElement {
  const { page } = useRoute()
  if (page !== 'gallery') {
    return (
      <DeskProvider value={parts}>
        <OpenWorkspace />
        <ArrivalGate />
      </DeskProvider>
    )
  }
  return (
    <Suspense fallback={<p className="page-loading">{messages.shell.loading}</p>}>
      <GalleryPage />
    </Suspense>
  )
}

function OpenWorkspace(): ReactElement {
  const { desk } = useDesk()
  const { key, ...playground } = useSyncExternalStore(desk.subscribe, desk.getPlayground)
  return <Workbench key={key} {...playground} />
}

function Workbench({
  devtools,
  host,
  imports,
  runner,
  savedWorkspace,
  store,
  undoOffers,
}: Omit<Playground, 'key'>): ReactElement {
  return (
    <Provider store={store}>
      <HostProvider value={host}>
        <SavedWorkspaceProvider value={savedWorkspace}>
          <WorkbenchBoundary>
            <ProjectRunnerProvider value={runner}>
              <ImportsProvider value={imports}>
                <UndoOffersProvider value={undoOffers}>
                  <DevtoolsProvider devtools={devtools}>
                    <PluginProvider source={host}>
                      <App />
                    </PluginProvider>
                  </DevtoolsProvider>
                </UndoOffersProvider>
              </ImportsProvider>
            </ProjectRunnerProvider>
          </WorkbenchBoundary>
        </SavedWorkspaceProvider>
      </HostProvider>
    </Provider>
  )
}
