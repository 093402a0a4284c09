import { Play, WandSparkles } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { SettingSwitch } from '../ui/SettingSwitch.tsx'
import { useEditorSettings } from './useEditorSettings.ts'

const words = messages.editor

export interface EditorToolbarProps {
  readonly onRun: () => void
  readonly onFormat: () => void
}

/** What can be done with what is written. */
export function EditorToolbar({ onFormat, onRun }: EditorToolbarProps): ReactElement {
  const { change, settings } = useEditorSettings()
  return (
    <div className="ed-bar">
      <button type="button" className="btn pri" title={words.runTitle} onClick={onRun}>
        <Play size={14} aria-hidden="true" />
        {words.run}
      </button>
      <SettingSwitch
        label={words.runOnSave}
        isOn={settings.isRunOnSave}
        onChange={(value) => change({ isRunOnSave: value })}
      />
      <SettingSwitch
        label={words.keepState}
        isOn={settings.isStateKept}
        onChange={(value) => change({ isStateKept: value })}
      />
      <span className="grow" />
      <button type="button" className="btn ghost" onClick={onFormat}>
        <WandSparkles size={14} aria-hidden="true" />
        {words.format}
      </button>
    </div>
  )
}
