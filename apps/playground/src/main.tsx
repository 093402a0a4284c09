import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import './styles/reset.css'
import '@plugboard/react-renderer/styles.css'
import '@plugboard/devtools/styles.css'
import './styles/tokens.css'
import './styles/primitives.css'
import './styles/shell.css'
import './styles/topbar.css'
import './styles/cards.css'
import './styles/devtools.css'
import './styles/travel.css'
import './styles/overlays.css'
import './styles/palette.css'
import './styles/toasts.css'
import './styles/welcome.css'
import './styles/sharing.css'
import './styles/narrow.css'
import './styles/contrast.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { startOfflineLater } from './offline/useOffline.ts'
import { Pages } from './shell/Pages.tsx'
import { readRoute } from './shell/route.ts'
import { startTheme } from './ui/theme.ts'
import { createDesk } from './workspaces/createDesk.ts'

startTheme()
const { page } = readRoute(location.hash)
// With a link to answer, nothing that was saved opens before the answer.
const parts = createDesk({ isAsking: page === 'shared' })
// At once, not after the first drawing: reading what was saved takes longer than that. The gallery needs none of it.
if (page !== 'gallery') parts.desk.getPlayground()
const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id "root"')

createRoot(container).render(
  <StrictMode>
    <Pages parts={parts} />
  </StrictMode>,
)

// The development server's files change while it runs.
if (import.meta.env.PROD) startOfflineLater()
