import { Tabs } from '@base-ui/react/tabs'
import type { EditorState } from '@codemirror/state'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useStore } from 'react-redux'

import { messages } from '../messages/index.ts'
import { isProjectFile, PROJECT_FILES, type PluginProject, type ProjectFile } from '../projects/pluginProject.ts'
import { useProjectCommands } from '../projects/projectCommands.ts'
import { projectsActions } from '../projects/projectsSlice.ts'
import type { FilePlace } from '../shell/route.ts'
import { useAppDispatch, useAppSelector, type RootState } from '../workspace/hooks.ts'
import { CodeEditor, type CursorPlace } from './CodeEditor.tsx'
import { EditorFooter } from './EditorFooter.tsx'
import { EditorToolbar } from './EditorToolbar.tsx'
import { createSupport } from './createSupport.ts'
import { formatSource } from './formatSource.ts'
import { usePlace } from './usePlace.ts'
import { useSaveKey } from './useSaveKey.ts'

const words = messages.editor

export interface EditorPaneProps {
  readonly project: PluginProject
  /** Where the address says that the cursor is to go. */
  readonly place: FilePlace | undefined
  /** What stands below the code. */
  readonly children?: ReactNode
}

/** The files of a project, with all that can be done to them. */
export function EditorPane({ children, place: wanted, project }: EditorPaneProps): ReactElement {
  const { files, packageId, ran } = project
  const store = useStore<RootState>()
  const dispatch = useAppDispatch()
  const commands = useProjectCommands()
  const { isRunOnSave, isStateKept } = useAppSelector((state) => state.editor)
  const { file, place, setFile } = usePlace(wanted)
  const [kept] = useState(() => new Map<string, EditorState>())
  const [cursor, setCursor] = useState<CursorPlace>({ line: 1, column: 1 })
  const [problems, setProblems] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const [support] = useState(() => createSupport({ packageId, onProblems: setProblems }))
  const change = (text: string): void => {
    dispatch(projectsActions.fileChanged({ packageId, file, text, at: Date.now() }))
  }
  const run = (): void => void commands.run(packageId, { keepState: isStateKept })
  const save = (): void => {
    setSaid(isRunOnSave ? '' : words.saved)
    if (isRunOnSave) run()
  }
  useSaveKey(save)
  const format = async (): Promise<void> => {
    const before = files[file]
    const text = await formatSource(file, before).catch((error: unknown) => {
      setSaid(error instanceof Error ? error.message : words.formatterNotLoaded)
      return undefined
    })
    if (text === undefined) return
    setSaid(text === null ? words.notFormatted : '')
    // What was typed meanwhile is worth more.
    if (text !== null && store.getState().projects[packageId]?.files[file] === before) change(text)
  }
  return (
    <section className="ed" aria-label={words.region}>
      <Tabs.Root
        className="ed-tabs"
        value={file}
        onValueChange={(value) => {
          if (isProjectFile(String(value))) setFile(value as ProjectFile)
        }}
      >
        <Tabs.List className="ftabs" aria-label={words.files}>
          {PROJECT_FILES.map((name) => (
            <Tabs.Tab key={name} value={name} className="ft">
              {name}
              {ran !== undefined && ran.files[name] === files[name] ? null : (
                <span className="dot-changed" title={words.changed}>
                  <span className="vh">{words.changed}</span>
                </span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <EditorToolbar onRun={run} onFormat={() => void format()} />
        <Tabs.Panel className="ed-body" value={file} tabIndex={-1}>
          <CodeEditor
            key={file}
            file={file}
            text={files[file]}
            readText={() => store.getState().projects[packageId]?.files[file] ?? files[file]}
            label={words.code(file)}
            support={support[file]}
            kept={kept}
            place={place}
            onChange={change}
            onCursor={setCursor}
          />
        </Tabs.Panel>
      </Tabs.Root>
      {children}
      <EditorFooter cursor={cursor} problems={problems} said={said} />
    </section>
  )
}
