import { Blocks, Code, Ellipsis, LayoutGrid, List, type LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useAppDispatch, useAppSelector } from '../workspace/hooks.ts'
import { workspaceActions, type MobileView } from '../workspace/workspaceSlice.ts'
import { goTo } from './goTo.ts'
import { useRoute } from './useRoute.ts'

const words = messages.shell

type Tab = MobileView | 'code'

const TABS: readonly (readonly [Tab, LucideIcon])[] = [
  ['packages', Blocks],
  ['run', LayoutGrid],
  ['timeline', List],
  ['code', Code],
  ['more', Ellipsis],
]

/** On a narrow screen: one part of the workspace at a time. */
export function MobileTabs(): ReactElement {
  const dispatch = useAppDispatch()
  const { page } = useRoute()
  const view = useAppSelector((state) => state.workspace.mobileView)
  const denied = useAppSelector((state) => state.plugins.dispatchTrace.byOutcome.denied)
  const current: Tab = page === 'code' || page === 'split' ? 'code' : view
  const show = (tab: Tab): void => {
    if (tab === 'code') {
      goTo({ page: 'code' })
      return
    }
    if (page !== 'run') goTo({ page: 'run' })
    dispatch(workspaceActions.mobileViewChanged(tab))
  }
  return (
    <nav className="tabbar" aria-label={words.views}>
      {TABS.map(([tab, Icon]) => (
        <button
          key={tab}
          type="button"
          aria-current={current === tab ? 'page' : undefined}
          onClick={() => {
            show(tab)
          }}
        >
          <Icon size={20} aria-hidden="true" />
          {words.tabs[tab]}
          {tab === 'timeline' && denied > 0 ? (
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
