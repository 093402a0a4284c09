import { DevtoolsProvider } from '@plugboard/devtools'
import { PluginProvider } from '@plugboard/react-renderer'
import { lazy, Suspense, type ReactElement } from 'react'
import { Provider } from 'react-redux'

import type { Playground } from '../host/createPlayground.ts'
import { messages } from '../messages/index.ts'
import { ProjectRunnerProvider } from '../projects/projectCommands.ts'
import { HostProvider } from '../workspace/hooks.ts'
import { SavedWorkspaceProvider } from '../workspace/savedWorkspace.ts'
import { UndoOffersProvider } from '../workspace/undoOffers.ts'
import { App } from './App.tsx'
import { useRoute } from './useRoute.ts'

// Loaded when it is asked for: the first load is that of the Run view.
const GalleryPage = lazy(async () => ({ default: (await import('../gallery/GalleryPage.tsx')).GalleryPage }))

export interface PagesProps {
  /** Makes the playground at the first call: the gallery does without, and without a VM. */
  readonly getPlayground: () => Playground
}

/** The page that the address names after its `#`: the playground, or the gallery. */
export function Pages({ getPlayground }: PagesProps): ReactElement {
  const { page } = useRoute()
  if (page !== 'gallery') return <Workbench {...getPlayground()} />
  return (
    <Suspense fallback={<p className="page-loading">{messages.shell.loading}</p>}>
      <GalleryPage />
    </Suspense>
  )
}

function Workbench({ devtools, host, runner, savedWorkspace, store, undoOffers }: Playground): ReactElement {
  return (
    <Provider store={store}>
      <HostProvider value={host}>
        <SavedWorkspaceProvider value={savedWorkspace}>
          <ProjectRunnerProvider value={runner}>
            <UndoOffersProvider value={undoOffers}>
              <DevtoolsProvider devtools={devtools}>
                <PluginProvider source={host}>
                  <App />
                </PluginProvider>
              </DevtoolsProvider>
            </UndoOffersProvider>
          </ProjectRunnerProvider>
        </SavedWorkspaceProvider>
      </HostProvider>
    </Provider>
  )
}
