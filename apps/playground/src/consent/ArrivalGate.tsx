import { lazy, Suspense, useEffect, type ReactElement } from 'react'

import { useRoute } from '../shell/useRoute.ts'
import { useArrivalView, useDesk } from '../workspaces/deskContext.ts'
import { FileDrop } from './FileDrop.tsx'

const ArrivalDialog = lazy(async () => ({ default: (await import('./ArrivalDialog.tsx')).ArrivalDialog }))

/** Where links and files from elsewhere come in. */
export function ArrivalGate(): ReactElement {
  const { arrivals } = useDesk()
  const route = useRoute()
  const view = useArrivalView()
  const packed = route.page === 'shared' ? route.packed : null
  useEffect(() => {
    if (packed !== null) arrivals.receiveLink(packed)
  }, [arrivals, packed])
  return (
    <>
      <FileDrop onFile={(file) => arrivals.receiveFile(file)} />
      {view === null ? null : (
        <Suspense>
          <ArrivalDialog view={view} />
        </Suspense>
      )}
    </>
  )
}
