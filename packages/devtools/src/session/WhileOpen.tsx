import type { ReactElement, ReactNode } from 'react'

import { useDevtoolsState } from './context.tsx'

/** Draws a part, and lets it compute, as long as the devtools are open. */
export function WhileOpen({ children }: { readonly children: ReactNode }): ReactElement | null {
  return useDevtoolsState(({ isOpen }) => isOpen) ? <>{children}</> : null
}
