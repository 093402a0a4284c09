import { Blocks, LayoutGrid, List, SlidersHorizontal, type LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'

import { useAppDispatch, useAppSelector } from '../workspace/hooks.ts'
import { workspaceActions, type MobileView } from '../workspace/workspaceSlice.ts'

const TABS: readonly (readonly [MobileView, string, LucideIcon])[] = [
  ['packages', 'Plugins', Blocks],
  ['run', 'Run', LayoutGrid],
  ['timeline', 'Timeline', List],
  ['inspect', 'Inspect', SlidersHorizontal],
]

/** On a narrow screen: one part of the workspace at a time. */
export function MobileTabs(): ReactElement {
  const dispatch = useAppDispatch()
  const current = useAppSelector((state) => state.workspace.mobileView)
  const denied = useAppSelector((state) => state.plugins.dispatchTrace.byOutcome.denied)
  return (
    <nav className="tabbar" aria-label="Views">
      {TABS.map(([view, words, Icon]) => (
        <button
          key={view}
          type="button"
          aria-current={current === view ? 'page' : undefined}
          onClick={() => dispatch(workspaceActions.mobileViewChanged(view))}
        >
          <Icon size={20} aria-hidden="true" />
          {words}
          {view === 'timeline' && denied > 0 ? (
            <span className="bdg">
              {denied}
              <span className="vh"> denied</span>
            </span>
          ) : null}
        </button>
      ))}
    </nav>
  )
}
