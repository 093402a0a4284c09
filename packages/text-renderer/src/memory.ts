import type { FieldNode, TableNode, TableSort } from '@plugboard/contracts'
import {
  askedValue,
  emptyValue,
  type FieldFault,
  type FieldValue,
  keptKeys,
  shownValue,
} from '@plugboard/contracts/rendering'

/** What a drawing asks of what the person did: the host's part of a widget. */
export interface Memory {
  readonly valueOf: (field: FieldNode) => FieldValue
  /** What the host found wrong with a field when its form was to be sent. */
  readonly faultOf: (field: FieldNode) => FieldFault | null
  readonly isOpen: (path: string, planned: boolean | undefined) => boolean
  readonly sortOf: (path: string, planned: TableSort | undefined) => TableSort | null
  readonly selectedOf: (path: string, table: TableNode) => readonly string[]
  /** The button that waits for an answer: its id, and what it looked like when it was pressed. */
  readonly question: { readonly id: string; readonly button: string } | null
}

/** Nobody did anything yet. */
export const NO_MEMORY: Memory = {
  valueOf: (field) => shownValue(field, askedValue(field) ?? emptyValue(field)),
  faultOf: () => null,
  isOpen: (_path, planned) => planned ?? true,
  sortOf: (_path, planned) => planned ?? null,
  selectedOf: (_path, table) => keptKeys(table, table.selected ?? []),
  question: null,
}
