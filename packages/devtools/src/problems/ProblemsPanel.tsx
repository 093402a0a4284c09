import type { RuntimePluginInstance } from '@plugboard/contracts'
import { RotateCcw } from 'lucide-react'
import { type ReactElement, useMemo } from 'react'

import { useSession, useMessages, useRuntime } from '../session/context.tsx'
import { CodeFrame } from '../source/CodeFrame.tsx'
import { SourceLink, useSource } from '../source/SourceLink.tsx'
import { displayText } from '../ui/displayText.ts'
import { WhileOpen } from '../session/WhileOpen.tsx'

/** The instances that show an error right now, in the order in which they were loaded. */
export function useProblems(): readonly RuntimePluginInstance[] {
  const instances = useRuntime((state) => state.instances)
  return useMemo(() => Object.values(instances).filter(({ error }) => error !== undefined), [instances])
}

/** What is broken right now, with its place in the source. */
export function ProblemsPanel(): ReactElement {
  return (
    <WhileOpen>
      <Problems />
    </WhileOpen>
  )
}

function Problems(): ReactElement {
  const { problems: words } = useMessages()
  const broken = useProblems()
  return (
    <section className="pbd-root pbd-part">
      {broken.length === 0 ? (
        <p className="pbd-empty" role="status">
          {words.none}
        </p>
      ) : (
        <ul className="pbd-problems" tabIndex={0} aria-label={words.list}>
          {broken.map((instance) => (
            <Problem key={instance.instanceId} instance={instance} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Problem({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement | null {
  const devtools = useSession()
  const { problems: words } = useMessages()
  const { error, instanceId, status } = instance
  const source = useSource(instanceId, error?.source)
  if (error === undefined) return null
  const isStopped = status === 'error' || status === 'quarantined'
  return (
    <li className="pbd-problem">
      <div className="pbd-row">
        <button
          type="button"
          className="pbd-link pbd-mono"
          aria-label={words.inspect(instanceId)}
          onClick={() => devtools.inspect(instanceId)}
        >
          {instanceId}
        </button>
        <span className="pbd-mono pbd-muted">{error.code}</span>
        {error.source === undefined ? null : <SourceLink instanceId={instanceId} position={error.source} />}
        <span className="pbd-grow" />
        {isStopped ? (
          <button
            type="button"
            className="pbd-button"
            aria-label={words.restart(instanceId)}
            // What goes wrong is the next problem here.
            onClick={() => void devtools.host.restart(instanceId).catch(() => undefined)}
          >
            <RotateCcw size={14} aria-hidden="true" />
            {words.restartLabel}
          </button>
        ) : null}
      </div>
      <p className="pbd-error">{displayText(error.message, MESSAGE_LENGTH)}</p>
      <p className="pbd-muted">
        {status === 'quarantined' ? words.quarantined : isStopped ? words.stopped : words.running}
      </p>
      {source?.text === null || source === null ? null : <CodeFrame text={source.text} line={source.place.line} />}
    </li>
  )
}

const MESSAGE_LENGTH = 600
