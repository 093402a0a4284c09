import type { InstanceId } from '@plugboard/contracts'
import { type ReactElement, useMemo } from 'react'

import { useMessages, useRuntime } from '../session/context.tsx'

export interface InstanceSelectProps {
  readonly value: InstanceId | null
  readonly onChange: (instanceId: InstanceId | null) => void
}

/** Of which instance something is to be shown. One that is gone stays to be chosen while it is. */
export function InstanceSelect({ onChange, value }: InstanceSelectProps): ReactElement {
  const { dock } = useMessages()
  const instances = useRuntime((state) => state.instances)
  const ids = useMemo(() => {
    const known = Object.keys(instances)
    return value === null || known.includes(value) ? known : [...known, value]
  }, [instances, value])
  return (
    <select
      className="pbd-select"
      aria-label={dock.filterByInstance}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{dock.allInstances}</option>
      {ids.map((id) => (
        <option key={id} value={id}>
          {id}
        </option>
      ))}
    </select>
  )
}
