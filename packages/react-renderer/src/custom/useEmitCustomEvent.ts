import { type CustomNode, inspectJson, type JsonValue } from '@plugboard/contracts'
import { useCallback, useInsertionEffect, useRef } from 'react'

import type { EmitNodeEvent } from '../nodeProps.ts'
import { useWidget } from '../widgetContext.ts'
import type { CustomComponent } from './defineComponent.ts'
import { readBySchema } from './readBySchema.ts'

export interface UseEmitCustomEventOptions {
  readonly definition: CustomComponent
  readonly node: CustomNode
  readonly emit: EmitNodeEvent
}

/** What a component of the host's own sends its events by. It throws nothing: what does not fit is dropped and reported. */
export function useEmitCustomEvent({
  definition,
  node,
  emit,
}: UseEmitCustomEventOptions): (event: string, detail?: unknown) => void {
  const { reportDiagnostic } = useWidget()
  const shown = useRef<CustomNode | null>(null)
  // Before any effect of the component's, which may send; and gone with it: a timer that it forgot reaches nobody.
  useInsertionEffect(() => {
    shown.current = node
    return () => {
      shown.current = null
    }
  }, [node])
  return useCallback(
    (event, detail) => {
      const component = definition.name
      const schema = definition.events.get(event)
      if (schema === undefined) {
        const message = `It sent "${event}", which its definition does not declare.`
        reportDiagnostic({ code: 'undeclared-event', component, message })
        return
      }
      const events = shown.current?.events
      if (events === undefined || !Object.hasOwn(events, event)) return
      const reading = readBySchema(schema, detail, event)
      const fault = reading.ok ? describeFault(event, reading.value) : reading
      if (fault !== null) reportDiagnostic({ code: 'invalid-detail', component, ...pick(fault) })
      else if (reading.ok) {
        // Read above: JSON, or nothing at all.
        const value = reading.value as JsonValue | undefined
        emit(events[event], { type: 'custom', event, ...(value === undefined ? {} : { detail: value }) })
      }
    },
    [definition, emit, reportDiagnostic],
  )
}

interface Fault {
  readonly message: string
  readonly cause?: unknown
}

/** What a schema lets through and no plugin can be told: dates, functions, circles. */
function describeFault(event: string, value: unknown): Fault | null {
  if (value === undefined) return null
  try {
    const fault = inspectJson(value)
    return fault === null ? null : { message: `${event}: ${fault.path} is not plain JSON` }
  } catch (cause) {
    return { message: `${event}: it cannot be read`, cause }
  }
}

function pick({ cause, message }: Fault): Fault {
  return { message, ...(cause === undefined ? {} : { cause }) }
}
