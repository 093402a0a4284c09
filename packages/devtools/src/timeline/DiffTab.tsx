import type { InstanceId, TraceRecord } from '@plugboard/contracts'
import { type ReactElement, useMemo } from 'react'

import { describeClosed, describeLeaf } from '../json/jsonRows.ts'
import { JsonTree } from '../json/JsonTree.tsx'
import { useRuntime, useSession, useMessages } from '../session/context.tsx'
import { displayText } from '../ui/displayText.ts'
import { diffValues, type ValueChange } from './diffValues.ts'
import { computeChangedParts } from './changedParts.ts'

/** What a record changed, place by place. */
export function DiffTab({ record }: { readonly record: TraceRecord }): ReactElement {
  const { host, runtime } = useSession()
  const { timeline } = useMessages()
  // What a record changed stays what it is, so it is computed once.
  const parts = useMemo(
    () => computeChangedParts({ selectors: host.selectors, root: runtime.root, record }),
    [host, record, runtime],
  )
  const changes = useMemo(
    () =>
      (parts ?? []).flatMap(({ after, before, key }) =>
        diffValues(before, after).map((change) => ({ ...change, path: [key, ...change.path] })),
      ),
    [parts],
  )
  return (
    <div role="region" aria-label={timeline.diff}>
      {parts === null ? (
        <p className="pbd-muted">{timeline.diffOlder}</p>
      ) : changes.length === 0 ? (
        <p className="pbd-muted">{timeline.noDiff}</p>
      ) : (
        <ul className="pbd-diff">
          {changes.map((change) => (
            <Change key={change.path.join('/')} change={change} />
          ))}
        </ul>
      )}
      {record.kind === 'load' ? <CouldRead instanceId={record.instanceId} /> : null}
    </div>
  )
}

/** What an instance could read when it came, or can read now: a load changes nothing of that. */
function CouldRead({ instanceId = '' }: { readonly instanceId: InstanceId | undefined }): ReactElement | null {
  const devtools = useSession()
  const { travel } = useMessages()
  // The selector keeps its answer while it is equal.
  const view = useRuntime(() => devtools.selectGlobalView(instanceId))
  if (view === undefined || Object.keys(view.shared).length === 0) return null
  return (
    <>
      <h4>{travel.couldRead}</h4>
      <JsonTree label={travel.couldRead} value={view.shared} />
    </>
  )
}

function Change({ change }: { readonly change: ValueChange }): ReactElement {
  const { timeline } = useMessages()
  return (
    <li>
      <span className="pbd-mono">{displayText(change.path.join('.'))}</span>
      <del>
        <span className="pbd-hidden">{timeline.before}: </span>
        {describe(change.before, timeline.nothing)}
      </del>
      <ins>
        <span className="pbd-hidden">{timeline.after}: </span>
        {describe(change.after, timeline.nothing)}
      </ins>
    </li>
  )
}

function describe(value: unknown, nothing: string): string {
  if (value === undefined) return nothing
  return typeof value === 'object' && value !== null ? describeClosed(value) : describeLeaf(value)
}
