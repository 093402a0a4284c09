import './editor.css'

import { Plus } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import type { Route } from '../shell/route.ts'
import { shellActions } from '../shell/shellSlice.ts'
import { useAppDispatch } from '../workspace/hooks.ts'
import { EditorPane } from './EditorPane.tsx'
import { PreviewPane } from './PreviewPane.tsx'
import { PresetPane } from './PresetPane.tsx'
import { RunNotice } from './RunNotice.tsx'
import { useSubject } from './useSubject.ts'

const words = messages.editor

export interface EditorPageProps {
  readonly route: Extract<Route, { readonly page: 'split' | 'code' }>
}

/** The Split view: an editor beside what it makes. The Code view: the editor alone. */
export function EditorPage({ route }: EditorPageProps): ReactElement {
  const subject = useSubject(route.packageId)
  if (subject === null) return <NoPlugin />
  const packageId = subject.kind === 'project' ? subject.project.packageId : subject.packageId
  const isSplit = route.page === 'split'
  return (
    <div className={`authoring ${route.page}`}>
      {subject.kind === 'project' ? (
        <EditorPane key={packageId} project={subject.project} place={route.place}>
          {isSplit ? null : <RunNotice packageId={packageId} page={route.page} />}
        </EditorPane>
      ) : (
        <PresetPane key={packageId} subject={subject} place={route.place} page={route.page} />
      )}
      {isSplit ? <PreviewPane subject={subject} /> : null}
    </div>
  )
}

function NoPlugin(): ReactElement {
  const dispatch = useAppDispatch()
  return (
    <div className="empty authoring-empty">
      <h1>{words.noProjects}</h1>
      <p className="mut">{words.noProjectsText}</p>
      <button
        type="button"
        className="btn pri"
        onClick={() => dispatch(shellActions.dialogOpened({ kind: 'newPlugin' }))}
      >
        <Plus size={16} aria-hidden="true" />
        {words.newPlugin}
      </button>
    </div>
  )
}
