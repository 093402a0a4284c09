import { FilePlus2 } from 'lucide-react'
import type { ReactElement } from 'react'

import { PackageList } from './PackageList.tsx'
import { RunningList } from './RunningList.tsx'

export interface SidebarProps {
  readonly onNewPlugin: () => void
}

/** What can run, and what runs. */
export function Sidebar({ onNewPlugin }: SidebarProps): ReactElement {
  return (
    <nav className="side" aria-label="Packages and instances">
      <div className="hd">
        <h2 className="lbl">Packages</h2>
        <button type="button" className="btn ghost sq" aria-label="Paste a plugin" onClick={onNewPlugin}>
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
