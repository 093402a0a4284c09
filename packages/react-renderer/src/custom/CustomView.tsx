import type { CustomNode } from '@plugboard/contracts'
import { type ReactElement, type ReactNode, useCallback, useMemo } from 'react'

import type { NodeProps } from '../nodeProps.ts'
import { useWidget } from '../widgetContext.ts'
import type { ComponentDiagnosticCode } from './componentDiagnostic.ts'
import { ComponentBoundary } from './ComponentBoundary.tsx'
import type { CustomComponent } from './defineComponent.ts'
import { DiagnosedPlaceholder } from './DiagnosedPlaceholder.tsx'
import { readBySchema } from './readBySchema.ts'
import { useEmitCustomEvent } from './useEmitCustomEvent.ts'

export interface CustomViewProps extends Pick<NodeProps<'custom'>, 'node' | 'emit' | 'renderNode'> {
  readonly definition: CustomComponent
}

const NO_PROPS = {}

/** Draws a node by the host's component, once its definition finds nothing wrong with it. */
export function CustomView({ definition, node, emit, renderNode }: CustomViewProps): ReactElement {
  const { component: Component, name } = definition
  const { reportDiagnostic } = useWidget()
  const given = node.props ?? NO_PROPS
  const reading = useMemo(() => readBySchema(definition.props, given, 'props'), [definition, given])
  const emitCustom = useEmitCustomEvent({ definition, node, emit })
  const { slots } = node
  const renderSlot = useCallback(
    (slot: string): ReactNode =>
      slots !== undefined && definition.slots.has(slot) && Object.hasOwn(slots, slot)
        ? renderNode(slots[slot] ?? [])
        : null,
    [definition, slots, renderNode],
  )
  const undeclared = findUndeclared(definition, node)
  if (undeclared !== null) return <DiagnosedPlaceholder component={name} {...undeclared} />
  if (!reading.ok) {
    return (
      <DiagnosedPlaceholder code="invalid-props" component={name} message={reading.message} cause={reading.cause} />
    )
  }
  return (
    <ComponentBoundary
      node={node}
      name={name}
      onError={(cause) =>
        reportDiagnostic({ code: 'component-threw', component: name, message: 'The component failed.', cause })
      }
    >
      <Component props={reading.value} emit={emitCustom} renderSlot={renderSlot} />
    </ComponentBoundary>
  )
}

interface Undeclared {
  readonly code: ComponentDiagnosticCode
  readonly message: string
}

/** The first slot or event that the plugin names and the definition does not. */
function findUndeclared(
  definition: CustomComponent,
  { events = {}, slots = {} }: Pick<CustomNode, 'events' | 'slots'>,
): Undeclared | null {
  const slot = Object.keys(slots).find((key) => !definition.slots.has(key))
  if (slot !== undefined) return { code: 'unknown-slot', message: `It has no slot "${slot.slice(0, 80)}".` }
  const event = Object.keys(events).find((key) => !definition.events.has(key))
  if (event !== undefined) return { code: 'unknown-event', message: `It sends no event "${event.slice(0, 80)}".` }
  return null
}
