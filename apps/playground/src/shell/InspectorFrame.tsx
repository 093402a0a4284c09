import { lazy, Suspense, type ReactElement } from 'react'

import { DESKTOP, useMediaQuery } from '../ui/useMediaQuery.ts'
import { useAppSelector } from '../workspace/hooks.ts'

const SelectedInspector = lazy(async () => ({
  default: (await import('../workspace/SelectedInspector.tsx')).SelectedInspector,
}))
const InspectorSheet = lazy(async () => ({ default: (await import('./InspectorSheet.tsx')).InspectorSheet }))

/** The inspector where there is room for it: beside the cards, or over them when it is asked for. */
export function InspectorFrame(): ReactElement | null {
  const isDesktop = useMediaQuery(DESKTOP)
  const isOpen = useAppSelector((state) => state.workspace.isInspectorOpen)
  if (isDesktop) {
    return (
      <Suspense fallback={<div className="pbd-root pbd-inspector" />}>
        <SelectedInspector />
      </Suspense>
    )
  }
  return isOpen ? (
    <Suspense>
      <InspectorSheet />
    </Suspense>
  ) : null
}
