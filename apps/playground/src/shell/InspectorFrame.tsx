import { lazy, Suspense, type ReactElement } from 'react'

import { Inspector } from '../inspector/Inspector.tsx'
import { DESKTOP, useMediaQuery } from '../ui/useMediaQuery.ts'
import { useAppSelector } from '../workspace/hooks.ts'

const InspectorSheet = lazy(async () => ({ default: (await import('./InspectorSheet.tsx')).InspectorSheet }))

/** The inspector where there is room for it: beside the cards, or over them when it is asked for. */
export function InspectorFrame(): ReactElement | null {
  const isDesktop = useMediaQuery(DESKTOP)
  const isOpen = useAppSelector((state) => state.workspace.isInspectorOpen)
  if (isDesktop) return <Inspector />
  return isOpen ? (
    <Suspense>
      <InspectorSheet />
    </Suspense>
  ) : null
}
