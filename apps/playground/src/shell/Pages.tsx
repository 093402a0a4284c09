import { lazy, Suspense, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { App } from './App.tsx'
import { useRoute } from './useRoute.ts'

// Loaded when it is asked for: the first load is that of the Run view.
const GalleryPage = lazy(async () => ({ default: (await import('../gallery/GalleryPage.tsx')).GalleryPage }))

/** The page that the address names after its `#`: the Run view, or the gallery. */
export function Pages(): ReactElement {
  const { page } = useRoute()
  if (page !== 'gallery') return <App />
  return (
    <Suspense fallback={<p className="page-loading">{messages.shell.loading}</p>}>
      <GalleryPage />
    </Suspense>
  )
}
