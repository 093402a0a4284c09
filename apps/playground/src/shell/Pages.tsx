import { lazy, Suspense, useSyncExternalStore, type ReactElement } from 'react'

import { GALLERY } from '../gallery/anchor.ts'
import { App } from './App.tsx'
import type { Page } from './page.ts'

// Loaded when it is asked for: the first load is that of the Run view.
const GalleryPage = lazy(async () => ({ default: (await import('../gallery/GalleryPage.tsx')).GalleryPage }))

/** The page that the address names after its `#`: the Run view, or the gallery. */
export function Pages(): ReactElement {
  const page = useSyncExternalStore(subscribe, readPage)
  if (page === 'run') return <App />
  return (
    <Suspense fallback={<p className="page-loading">Loading</p>}>
      <GalleryPage />
    </Suspense>
  )
}

function readPage(): Page {
  const [name] = location.hash.slice(1).split('/')
  return name === GALLERY ? 'gallery' : 'run'
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => {
    removeEventListener('hashchange', listener)
  }
}
