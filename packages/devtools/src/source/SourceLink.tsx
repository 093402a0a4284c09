import { type InstanceId, parseInstanceId, type SourcePosition } from '@plugboard/contracts'
import { type ReactElement, useMemo } from 'react'

import { useSession, useInstance } from '../session/context.tsx'
import { findSource, type FoundSource } from './findSource.ts'
import { writePlace } from './sourcePlace.ts'

/** The file of a position in what an instance runs; null when the instance is gone, and its code with it. */
export function useSource(
  instanceId: InstanceId | undefined,
  position: SourcePosition | undefined,
): FoundSource | null {
  const { host } = useSession()
  // A reload is another code under the same id: the record says that there was one.
  const instance = useInstance(instanceId)
  return useMemo(() => {
    const running = instance === undefined ? undefined : host.describe(instance.instanceId)
    return running === undefined || position === undefined ? null : findSource(running, position)
  }, [host, instance, position])
}

export interface SourceLinkProps {
  readonly instanceId: InstanceId | undefined
  readonly position: SourcePosition
}

/** A place in the author's own source, as a link where somebody shows source. */
export function SourceLink({ instanceId, position }: SourceLinkProps): ReactElement {
  const { onOpenSource } = useSession()
  const place = useSource(instanceId, position)?.place
  const packageId = parseInstanceId(instanceId)?.packageId
  if (place === undefined) {
    return (
      <span className="pbd-mono">
        {position.line}:{position.column}
      </span>
    )
  }
  const words = writePlace(place)
  if (onOpenSource === undefined || packageId === undefined || instanceId === undefined) {
    return <span className="pbd-mono">{words}</span>
  }
  return (
    <button
      type="button"
      role="link"
      className="pbd-link pbd-mono"
      onClick={() => onOpenSource({ packageId, instanceId, source: place })}
    >
      {words}
    </button>
  )
}
