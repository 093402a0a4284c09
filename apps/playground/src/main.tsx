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
import './styles/narrow.css'
import './styles/contrast.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { createPlaygroundOnce } from './host/createPlayground.ts'
import { Pages } from './shell/Pages.tsx'
import { readRoute } from './shell/route.ts'
import { startTheme } from './ui/theme.ts'

startTheme()
const getPlayground = createPlaygroundOnce()
// At once, not after the first drawing: reading what was saved takes longer than that. The gallery needs none of it.
if (readRoute(location.hash).page !== 'gallery') getPlayground()
const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id "root"')

createRoot(container).render(
  <StrictMode>
    <Pages getPlayground={getPlayground} />
  </StrictMode>,
)
