import './page.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './App.tsx'
import { createHost } from './createHost.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root to draw into.')
const host = createHost()
createRoot(root).render(
  <StrictMode>
    <App host={host} />
  </StrictMode>,
)
