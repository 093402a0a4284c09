import type { PackageId } from '@plugboard/contracts'
import { Undo2 } from 'lucide-react'
import type { ReactElement } from 'react'

import type { RunFailure } from '../authoring/runsSlice.ts'
import { messages } from '../messages/index.ts'
import { useProjectCommands } from '../projects/projectCommands.ts'
import { SourceLink } from '../ui/SourceLink.tsx'
import { useAppSelector, useProject } from '../workspace/hooks.ts'
import type { FilePlace } from '../shell/route.ts'
import { wordsOfRun, wordsOfVersion } from './runWords.ts'

const words = messages.editor

export interface RunNoticeProps {
  readonly packageId: PackageId
  /** Where its links lead. */
  readonly page: 'split' | 'code'
}

/** What became of the last run: calm when it went well, and with a way on when it did not. */
export function RunNotice({ packageId, page }: RunNoticeProps): ReactElement {
  const run = useAppSelector((state) => state.runs[packageId])
  const isShown = useIsShown(packageId)
  const hasFailed = useAppSelector(({ plugins }) =>
    Object.values(plugins.instances).some(
      (instance) => instance.packageId === packageId && instance.error !== undefined,
    ),
  )
  return (
    <div className="run-notice" role="status">
      {run?.phase === 'failed' ? (
        <Failure failure={run.failure} packageId={packageId} page={page} />
      ) : (
        <p>{wordsOfRun(run, { hasFailed, isShown })}</p>
      )}
    </div>
  )
}

function Failure(props: RunNoticeProps & { readonly failure: RunFailure }): ReactElement {
  const { failure, packageId, page } = props
  const commands = useProjectCommands()
  const hasRun = useProject(packageId)?.ran !== undefined
  const isShown = useIsShown(packageId)
  const places = placesOf(failure)
  return (
    <div className="run-failure">
      <strong>{headline(failure)}</strong>
      {places.map(({ message, place }) => (
        <p key={`${place?.file ?? ''} ${place?.line ?? 0} ${message}`}>
          {message}
          {place === null ? null : (
            <>
              {' '}
              <SourceLink packageId={packageId} page={page} place={place} />
            </>
          )}
        </p>
      ))}
      <div className="row">
        <p className="grow">{wordsOfVersion({ hasRun, isShown })}</p>
        {hasRun ? (
          <button type="button" className="btn" onClick={() => commands.rollBack(packageId)}>
            <Undo2 size={14} aria-hidden="true" />
            {words.rollBack}
          </button>
        ) : null}
      </div>
    </div>
  )
}

/** Whether there is an instance of it. */
function useIsShown(packageId: PackageId): boolean {
  return useAppSelector(({ plugins }) =>
    Object.values(plugins.instances).some((instance) => instance.packageId === packageId),
  )
}

function headline(failure: RunFailure): string {
  if (failure.stage === 'compile') return words.failed.compile
  switch (failure.code) {
    case 'INVALID_TREE':
      return words.failed.draw
    case 'PLUGIN_THREW':
      return words.failed.threw
    case 'RUNTIME_TIMEOUT':
    case 'RUNTIME_MEMORY':
    case 'RUNTIME_STACK':
    case 'RUNTIME_CRASHED':
      return words.failed.stopped
    default:
      return words.failed.load
  }
}

interface PlacedMessage {
  readonly message: string
  readonly place: FilePlace | null
}

function placesOf(failure: RunFailure): readonly PlacedMessage[] {
  if (failure.stage === 'compile') return failure.problems.map(({ message, ...place }) => ({ message, place }))
  const { message, source } = failure
  return [{ message, place: source === undefined ? null : { file: 'plugin.tsx', ...source } }]
}
