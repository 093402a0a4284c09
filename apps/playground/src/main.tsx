import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import './styles/reset.css'
import '@plugboard/react-renderer/styles.css'
import './styles/tokens.css'
import './styles/primitives.css'
import './styles/shell.css'
import './styles/cards.css'
import './styles/inspector.css'
import './styles/timeline.css'
import './styles/overlays.css'
import './styles/narrow.css'

import { PluginProvider } from '@plugboard/react-renderer'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'react-redux'

import { createPlayground } from './host/createPlayground.ts'
import { Pages } from './shell/Pages.tsx'
import { applyTheme, initialTheme } from './ui/theme.ts'
import { HostProvider } from './workspace/hooks.ts'
import { SavedWorkspaceProvider } from './workspace/savedWorkspace.ts'

applyTheme(initialTheme())
const { host, savedWorkspace, store } = createPlayground()
const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id "root"')

createRoot(container).render(
  <StrictMode>
    <Provider store={store}>
      <HostProvider value={host}>
        <SavedWorkspaceProvider value={savedWorkspace}>
          <PluginProvider source={host}>
            <Pages />
          </PluginProvider>
        </SavedWorkspaceProvider>
      </HostProvider>
    </Provider>
  </StrictMode>,
)
