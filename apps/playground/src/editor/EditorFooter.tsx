import { CircleAlert } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import type { CursorPlace } from './CodeEditor.tsx'

const words = messages.editor

export interface EditorFooterProps {
  readonly cursor: CursorPlace
  /** Null until they were counted. */
  readonly problems: number | null
  /** What was last done, where that cannot be seen. */
  readonly said: string
}

/** Where the cursor is, how many problems there are, and how to get out of the editor by keyboard. */
export function EditorFooter({ cursor, problems, said }: EditorFooterProps): ReactElement {
  return (
    <div className="ed-foot">
      <span className={`row ${problems === null || problems === 0 ? '' : 'bad'}`}>
        {problems === null || problems === 0 ? null : <CircleAlert size={14} aria-hidden="true" />}
        {problems === null ? words.checking : problems === 0 ? words.noProblems : words.problems(problems)}
      </span>
      <span className="mut">{words.compiler}</span>
      <span role="status" className="grow trunc">
        {said}
      </span>
      <span className="mut num">{words.cursor(cursor.line, cursor.column)}</span>
      <span className="mut ed-leave">{words.leave}</span>
    </div>
  )
}
