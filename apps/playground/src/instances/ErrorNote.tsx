import type { RuntimeErrorShape, RuntimePluginInstance } from '@plugboard/contracts'
import { RotateCcw } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useCommands } from '../workspace/commands.ts'
import { useProject } from '../workspace/hooks.ts'

const words = messages.instances

export interface ErrorNoteProps {
  readonly instance: RuntimePluginInstance
  readonly error: RuntimeErrorShape
}

/** What went wrong, where in the plugin's own source, and what can be done. The last good tree stays beside it. */
export function ErrorNote({ instance, error }: ErrorNoteProps): ReactElement {
  const commands = useCommands()
  const project = useProject(instance.packageId)
  // What runs, where something of it has: what is being written may have other lines.
  const code = (project?.ran ?? project)?.files['plugin.tsx']
  const isStopped = instance.status === 'error' || instance.status === 'quarantined'
  return (
    <div className="errnote" role="group" aria-label={words.error}>
      <p className="errc">{error.message}</p>
      <p className="mut small">
        <code>{error.code}</code>
        {error.source === undefined ? null : words.errorAt(error.source.line, error.source.column)}
        {isStopped ? words.stateKept : words.keepsRunning}
      </p>
      {code === undefined || error.source === undefined ? null : <SourceFrame code={code} line={error.source.line} />}
      {isStopped ? (
        <div className="row">
          <button type="button" className="btn" onClick={() => void commands.restart(instance.instanceId)}>
            <RotateCcw size={14} aria-hidden="true" />
            {words.restart}
          </button>
        </div>
      ) : null}
    </div>
  )
}

function SourceFrame({ code, line }: { readonly code: string; readonly line: number }): ReactElement | null {
  const lines = code.split('\n')
  if (line < 1 || line > lines.length) return null
  const first = Math.max(1, line - 1)
  return (
    <div className="frame" role="group" aria-label={words.sourceNear(line)}>
      {lines.slice(first - 1, line + 1).map((text, index) => (
        <div key={first + index} className={`ln ${first + index === line ? 'hot' : ''}`}>
          <i>{first + index}</i>
          <span>{text}</span>
        </div>
      ))}
    </div>
  )
}
