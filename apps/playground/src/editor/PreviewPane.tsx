import { DevtoolsDock, useDevtoolsState } from '@plugboard/devtools'
import { Monitor, Smartphone } from 'lucide-react'
import type { ReactElement } from 'react'

import { InstanceCard } from '../instances/InstanceCard.tsx'
import { messages } from '../messages/index.ts'
import { useAppSelector, useInstances } from '../workspace/hooks.ts'
import { Requests } from './Requests.tsx'
import { RunNotice } from './RunNotice.tsx'
import { useEditorSettings } from './useEditorSettings.ts'
import type { EditorSubject } from './useSubject.ts'

const words = messages.editor

export interface PreviewPaneProps {
  readonly subject: EditorSubject
}

/** What the plugin shows: of the last version that worked. */
export function PreviewPane({ subject }: PreviewPaneProps): ReactElement {
  const packageId = subject.kind === 'project' ? subject.project.packageId : subject.packageId
  const { change, settings } = useEditorSettings()
  const width = settings.previewWidth
  const selected = useDevtoolsState(({ selectedInstanceId }) => selectedInstanceId)
  const own = useInstances().filter((instance) => instance.packageId === packageId)
  const instance = own.find(({ instanceId }) => instanceId === selected) ?? own[0]
  const isStale = useAppSelector((state) => state.runs[packageId]?.phase === 'failed')
  return (
    <section className="preview" aria-label={words.preview}>
      <header className="preview-bar">
        <h2>{words.preview}</h2>
        {isStale && instance !== undefined ? <span className="mut">{words.lastGood}</span> : null}
        <span className="grow" />
        <div className="seg" role="group" aria-label={words.width}>
          <button
            type="button"
            aria-label={words.desktop}
            aria-pressed={width === 'desktop'}
            onClick={() => change({ previewWidth: 'desktop' })}
          >
            <Monitor size={14} aria-hidden="true" />
          </button>
          <button
            type="button"
            aria-label={words.phone}
            aria-pressed={width === 'phone'}
            onClick={() => change({ previewWidth: 'phone' })}
          >
            <Smartphone size={14} aria-hidden="true" />
          </button>
        </div>
      </header>
      <div className="preview-body" data-width={width}>
        {instance === undefined ? (
          <div className="empty">
            <h3>{words.nothingRuns}</h3>
            <p className="mut">{subject.kind === 'project' ? words.nothingRunsText : words.nothingRunsPreset}</p>
          </div>
        ) : (
          <InstanceCard instance={instance} />
        )}
        {subject.kind === 'project' ? (
          <>
            <RunNotice packageId={packageId} page="split" />
            <Requests project={subject.project} instanceId={instance?.instanceId ?? null} />
          </>
        ) : null}
      </div>
      <DevtoolsDock />
    </section>
  )
}
