import { lazy, Suspense, type ReactElement } from 'react'

import { DESKTOP, useMediaQuery } from '../ui/useMediaQuery.ts'
import { SelectedInspector } from '../workspace/SelectedInspector.tsx'
import { useAppSelector } from '../workspace/hooks.ts'

const InspectorSheet = lazy(async () => ({ default: (await import('./InspectorSheet.tsx')).InspectorSheet }))

/** The inspector where there is room for it: beside the cards, or over them when it is asked for. */
export function InspectorFrame(): ReactElement | null {
  const isDesktop = useMediaQuery(DESKTOP)
  const isOpen = useAppSelector((state) => state.workspace.isInspectorOpen)
  if (isDesktop) return <SelectedInspector />
  return isOpen ? (
    <Suspense>
      <InspectorSheet />
    </Suspense>
  ) : null
}
