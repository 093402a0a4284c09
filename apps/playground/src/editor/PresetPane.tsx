import type { EditorState } from '@codemirror/state'
import { GitFork } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useForkPreset } from '../projects/useForkPreset.ts'
import type { FilePlace } from '../shell/route.ts'
import { CodeEditor } from './CodeEditor.tsx'
import { usePlace } from './usePlace.ts'
import type { EditorSubject } from './useSubject.ts'

const words = messages.editor

export interface PresetPaneProps {
  readonly subject: Extract<EditorSubject, { readonly kind: 'preset' }>
  readonly place: FilePlace | undefined
  readonly page: 'split' | 'code'
}

/** The source of a package that came with the page: to read, and to fork. */
export function PresetPane({ page, place: wanted, subject }: PresetPaneProps): ReactElement {
  const { packageId, text, title } = subject
  const { place } = usePlace(wanted)
  const fork = useForkPreset()
  const [kept] = useState(() => new Map<string, EditorState>())
  return (
    <section className="ed" aria-label={words.region}>
      <div className="ed-bar">
        <p className="grow small">{words.readOnly(title)}</p>
        <button type="button" className="btn pri" onClick={() => void fork(packageId, page)}>
          <GitFork size={14} aria-hidden="true" />
          {words.fork}
        </button>
      </div>
      <div className="ed-body">
        <CodeEditor
          file="plugin.tsx"
          text={text}
          readText={() => text}
          label={words.code(title)}
          isReadOnly
          support={[]}
          kept={kept}
          place={place}
          onChange={() => undefined}
          onCursor={() => undefined}
        />
      </div>
    </section>
  )
}
