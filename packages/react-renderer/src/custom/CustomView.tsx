import { type ReactElement, type ReactNode, useCallback, useMemo } from 'react'

import { Placeholder } from '../kinds/Placeholder.tsx'
import type { NodeProps } from '../nodeProps.ts'
import { RetryBoundary } from '../RetryBoundary.tsx'
import { useWidget } from '../widgetContext.ts'
import type { CustomComponent } from './defineComponent.ts'
import { DiagnosedPlaceholder } from './DiagnosedPlaceholder.tsx'
import { findUndeclared } from './drawnNodes.ts'
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
    <RetryBoundary
      subject={node}
      fallback={<Placeholder message={`"${name}" failed on it.`} />}
      onError={(cause) =>
        reportDiagnostic({ code: 'component-threw', component: name, message: 'The component failed.', cause })
      }
    >
      <Component props={reading.value} emit={emitCustom} renderSlot={renderSlot} />
    </RetryBoundary>
  )
}
