import type { UINode } from '@plugboard/contracts'

import type { EachItem, EachTableRow } from './eachTypes.ts'

/** A place in a template for the value of that name. To be put somewhere as it is: what it is nobody knows yet. */
export type Slot<V> = <K extends keyof V & string>(name: K) => V[K]

/**
 * Declares a template once, outside of `render`, and gives a function from its values to a node, an item of a list or a row
 * of a table. The template goes to the host once; after that a node is its values, and they alone are sent and checked.
 *
 * Slots may stand for any prop, for cells, for `args` and for children. A template always draws the same: it cannot ask
 * what a value is. Where it would, take two blocks.
 *
 * @example
 * ```ts
 * const row = ui.block<{ label: string; id: number }>((slot) =>
 *   ui.row([ui.text(slot('label')), ui.button('Remove', { onPress: { handler: 'remove', args: slot('id') } })]),
 * )
 * ui.column(ui.each(state.items, row, { key: 'id', memo: true }))
 * ```
 */
export interface UIBlock {
  <V extends object>(template: (slot: Slot<V>) => EachTableRow): (values: V) => EachTableRow
  <V extends object>(template: (slot: Slot<V>) => EachItem): (values: V) => EachItem
  <V extends object>(template: (slot: Slot<V>) => UINode): (values: V) => UINode
}
