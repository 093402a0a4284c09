import type { TraceRecord } from '@plugboard/contracts'
import { Fragment, type ReactElement, useMemo } from 'react'

import { JsonTree } from '../json/JsonTree.tsx'
import { useSession, useMessages } from '../session/context.tsx'
import { computeChangedParts } from './changedParts.ts'

/** The state that a record left behind, of the parts that it changed. */
export function StateTab({ record }: { readonly record: TraceRecord }): ReactElement {
  const { host, runtime } = useSession()
  const { timeline } = useMessages()
  const parts = useMemo(
    () => computeChangedParts({ selectors: host.selectors, root: runtime.root, record }),
    [host, record, runtime],
  )
  if (parts === null) return <p className="pbd-muted">{timeline.diffOlder}</p>
  if (parts.length === 0) return <p className="pbd-muted">{timeline.noState}</p>
  return (
    <>
      {parts.map(({ after, key }) => (
        <Fragment key={key}>
          <JsonTree label={timeline.stateAfter(key)} value={after ?? null} />
        </Fragment>
      ))}
    </>
  )
}
