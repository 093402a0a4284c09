import { FilePlus2, PackagePlus } from 'lucide-react'
import type { ReactElement } from 'react'

import { useImportCommands } from '../imports/useImportCommands.ts'
import { messages } from '../messages/index.ts'
import { shellActions } from '../shell/shellSlice.ts'
import { useAppDispatch } from '../workspace/hooks.ts'
import { PackageList, StressShelf } from './PackageList.tsx'
import { RunningList } from './RunningList.tsx'

const words = messages.packages

/** What can run, and what runs. */
export function Sidebar(): ReactElement {
  const dispatch = useAppDispatch()
  const imports = useImportCommands()
  return (
    <nav className="side" aria-label={words.sidebar}>
      <div className="hd">
        <h2 className="lbl grow">{words.title}</h2>
        <button
          type="button"
          className="btn ghost sq"
          aria-label={words.importFile}
          title={words.importFile}
          onClick={() => imports.pick()}
        >
          <PackagePlus size={16} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="btn ghost sq"
          aria-label={words.paste}
          onClick={() => dispatch(shellActions.dialogOpened({ kind: 'newPlugin' }))}
        >
          <FilePlus2 size={16} aria-hidden="true" />
        </button>
      </div>
      <div className="side-scroll">
        <PackageList />
        <RunningList />
        <StressShelf />
      </div>
    </nav>
  )
}
