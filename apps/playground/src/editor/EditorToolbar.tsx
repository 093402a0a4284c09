import { Play, WandSparkles } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { SettingSwitch } from '../ui/SettingSwitch.tsx'
import { useAppDispatch, useAppSelector } from '../workspace/hooks.ts'
import { editorActions } from './editorSlice.ts'

const words = messages.editor

export interface EditorToolbarProps {
  readonly onRun: () => void
  readonly onFormat: () => void
}

/** What can be done with what is written. */
export function EditorToolbar({ onFormat, onRun }: EditorToolbarProps): ReactElement {
  const dispatch = useAppDispatch()
  const { isRunOnSave, isStateKept } = useAppSelector((state) => state.editor)
  return (
    <div className="ed-bar">
      <button type="button" className="btn pri" title={words.runTitle} onClick={onRun}>
        <Play size={14} aria-hidden="true" />
        {words.run}
      </button>
      <SettingSwitch
        label={words.runOnSave}
        isOn={isRunOnSave}
        onChange={(value) => dispatch(editorActions.settingsChanged({ isRunOnSave: value }))}
      />
      <SettingSwitch
        label={words.keepState}
        isOn={isStateKept}
        onChange={(value) => dispatch(editorActions.settingsChanged({ isStateKept: value }))}
      />
      <span className="grow" />
      <button type="button" className="btn ghost" onClick={onFormat}>
        <WandSparkles size={14} aria-hidden="true" />
        {words.format}
      </button>
    </div>
  )
}
