import { Blocks, LayoutGrid, List, SlidersHorizontal, type LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppDispatch, useAppSelector } from '../workspace/hooks.ts'
import { workspaceActions, type MobileView } from '../workspace/workspaceSlice.ts'

const words = messages.shell

const TABS: readonly (readonly [MobileView, LucideIcon])[] = [
  ['packages', Blocks],
  ['run', LayoutGrid],
  ['timeline', List],
  ['inspect', SlidersHorizontal],
]

/** On a narrow screen: one part of the workspace at a time. */
export function MobileTabs(): ReactElement {
  const dispatch = useAppDispatch()
  const current = useAppSelector((state) => state.workspace.mobileView)
  const denied = useAppSelector((state) => state.plugins.dispatchTrace.byOutcome.denied)
  return (
    <nav className="tabbar" aria-label={words.views}>
      {TABS.map(([view, Icon]) => (
        <button
          key={view}
          type="button"
          aria-current={current === view ? 'page' : undefined}
          onClick={() => dispatch(workspaceActions.mobileViewChanged(view))}
        >
          <Icon size={20} aria-hidden="true" />
          {words.tabs[view]}
          {view === 'timeline' && denied > 0 ? (
            <span className="bdg">
              {denied}
              <span className="vh">{words.deniedSuffix}</span>
            </span>
          ) : null}
        </button>
      ))}
    </nav>
  )
}
