import { FilePlus2 } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { PackageList } from './PackageList.tsx'
import { RunningList } from './RunningList.tsx'

const words = messages.packages

export interface SidebarProps {
  readonly onNewPlugin: () => void
}

/** What can run, and what runs. */
export function Sidebar({ onNewPlugin }: SidebarProps): ReactElement {
  return (
    <nav className="side" aria-label={words.sidebar}>
      <div className="hd">
        <h2 className="lbl">{words.title}</h2>
        <button type="button" className="btn ghost sq" aria-label={words.paste} onClick={onNewPlugin}>
          <FilePlus2 size={16} aria-hidden="true" />
        </button>
      </div>
      <div className="side-scroll">
        <PackageList />
        <RunningList />
      </div>
    </nav>
  )
}
