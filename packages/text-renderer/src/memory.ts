import type { FieldNode, JsonValue, TableSort } from '@plugboard/contracts'

import { emptyValue, heldValue, plannedValue } from './fieldValue.ts'

/** What a drawing asks of what the person did: the host's part of a widget. */
export interface Memory {
  readonly valueOf: (field: FieldNode) => JsonValue
  /** What the host found wrong with a field when its form was to be sent. */
  readonly faultOf: (name: string) => string | undefined
  readonly isOpen: (path: string, planned: boolean | undefined) => boolean
  readonly sortOf: (path: string, planned: TableSort | undefined) => TableSort | undefined
  readonly selectedOf: (path: string, planned: readonly string[] | undefined) => readonly string[]
  /** The button that waits for an answer: its id, and what it looked like when it was pressed. */
  readonly question: { readonly id: string; readonly button: string } | null
}

/** Nobody did anything yet. */
export const NO_MEMORY: Memory = {
  valueOf: (field) => heldValue(field, plannedValue(field) ?? emptyValue(field)),
  faultOf: () => undefined,
  isOpen: (_path, planned) => planned ?? true,
  sortOf: (_path, planned) => planned,
  selectedOf: (_path, planned) => planned ?? [],
  question: null,
}
