import type { RuntimeErrorShape, RuntimePluginInstance } from '@plugboard/contracts'
import { findSource, writePlace, type FoundSource } from '@plugboard/devtools'
import { RotateCcw } from 'lucide-react'
import { useMemo, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { SourceLink } from '../ui/SourceLink.tsx'
import { useCommands } from '../workspace/commands.ts'
import { useHost, useImport } from '../workspace/hooks.ts'
import { SourceFrame } from './SourceFrame.tsx'

const words = messages.instances

export interface ErrorNoteProps {
  readonly instance: RuntimePluginInstance
  readonly error: RuntimeErrorShape
}

/** What went wrong, where in the plugin's own source, and what can be done. The last good tree stays beside it. */
export function ErrorNote({ instance, error }: ErrorNoteProps): ReactElement {
  const commands = useCommands()
  // What came packed is not written here: there is no editor to lead to.
  const isImported = useImport(instance.packageId) !== undefined
  const found = useFoundSource({ instance, error })
  const isStopped = instance.status === 'error' || instance.status === 'quarantined'
  return (
    <div className="errnote" role="group" aria-label={words.error}>
      <p className="errc">{error.message}</p>
      <p className="mut small">
        <code>{error.code}</code>
        {found === null ? null : (
          <>
            {words.errorAt}
            {isImported ? (
              <span className="mono">{writePlace(found.place)}</span>
            ) : (
              <SourceLink
                packageId={instance.packageId}
                place={{ file: 'plugin.tsx', line: found.place.line, column: found.place.column }}
                name={writePlace(found.place)}
              />
            )}
          </>
        )}
        {isStopped ? words.stateKept : words.keepsRunning}
      </p>
      {found === null || found.text === null ? null : <SourceFrame code={found.text} line={found.place.line} />}
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

/** Where in the author's own files it went wrong, with their text; what runs has both. */
function useFoundSource({ error, instance }: ErrorNoteProps): FoundSource | null {
  const host = useHost()
  return useMemo(() => {
    const running = host.describe(instance.instanceId)
    return running === undefined || error.source === undefined ? null : findSource(running, error.source)
  }, [host, instance, error])
}
