import type { FieldNode } from '@plugboard/contracts'
import { type FieldValueOf, shownValue } from '@plugboard/contracts/rendering'
import { type RefCallback, useCallback, useLayoutEffect, useMemo, useSyncExternalStore } from 'react'

import { useWidget } from '../widgetContext.ts'
import type { DraftField } from './draftField.ts'

/** What a component needs to show and feed the draft of a field. */
export interface FieldDraft<N extends FieldNode> {
  readonly value: FieldValueOf<N>
  /** What the host found wrong with the value when its form was to be sent; shown beside the node's own `error`. */
  readonly fault: string | null
  /** The person changed the value: the plugin is told at once, or as the node's `notify` says. */
  readonly change: (value: FieldValueOf<N>) => void
  /** For the control, or what holds it: where the focus goes when something is wrong. */
  readonly ref: RefCallback<HTMLElement>
}

/**
 * Holds what is chosen in a field, sends it, and lets the plugin replace it only after the plugin has seen all of it. For
 * components that draw fields in their own way; those that are typed into want {@link useDraft} beside it.
 *
 * @example
 * ```tsx
 * function MySwitch({ node }: NodeProps<'switch'>) {
 *   const { value, change } = useFieldDraft(node)
 *   return <Toggle label={node.label} isOn={value} onToggle={change} />
 * }
 * ```
 */
export function useFieldDraft<N extends FieldNode>(node: N): FieldDraft<N> {
  const field = useDraftField(node)
  const getValue = () => field.draft.value
  const draft = useSyncExternalStore(field.subscribe, getValue, getValue)
  const fault = useFault(field)
  const ref = useCallback(
    (element: HTMLElement | null) => (element === null ? undefined : field.attach(element)),
    [field],
  )
  return useMemo(
    () => ({
      // A store keeps fields of one shape apart: this one holds what its kind holds.
      value: shownValue(node, draft) as FieldValueOf<N>,
      fault,
      change: (value) => field.change(value),
      ref,
    }),
    [node, field, draft, fault, ref],
  )
}

/** The field of a node, which is told that it is seen and what the newest node is. */
export function useDraftField(node: FieldNode): DraftField {
  const { drafts } = useWidget()
  const field = drafts.field(node)
  useLayoutEffect(() => field.present(node), [field, node])
  useLayoutEffect(() => field.enter(), [field])
  return field
}

export function useFault(field: DraftField): string | null {
  const getFault = () => field.fault
  return useSyncExternalStore(field.subscribe, getFault, getFault)
}
