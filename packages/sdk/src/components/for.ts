import type { UINode } from '@plugboard/contracts'

import { each } from '../ui/each.ts'
import type { EachChild } from '../ui/eachTypes.ts'

/** How the rows of a {@link For} are told apart, and when one is drawn again. */
export type ForProps<T> = ForItems<T> | ForItemsAndValues<T>

interface ForEach<T> {
  readonly each: readonly T[]
  /** What an item is called among its siblings: the name of a property, or a function of the item alone. */
  readonly by: (keyof T & string) | ((item: T) => string | number)
  /** Draws one row. `index` is where the item stood when the row was drawn. */
  readonly children: (item: T, index: number, isMarked: boolean) => EachChild
}

/** A row is drawn again when its item is another one, or is marked, or no longer. */
export interface ForItems<T> extends ForEach<T> {
  /** Keys of the rows that are marked, as a selection is; the row function is told. */
  readonly marked?: readonly (string | number)[] | undefined
  readonly uses?: undefined
}

/** A row is drawn again when its item is another one, or when one of these values is. */
export interface ForItemsAndValues<T> extends ForEach<T> {
  /** Everything but the item that the row function reads. Compared by `Object.is`. */
  readonly uses: readonly unknown[]
  readonly marked?: undefined
}

/**
 * A keyed row for each item, among the children of a container. Only rows that have changed are drawn and sent: a row depends
 * on its item, which is the same object until it changes. **What else its function reads has to be named in `uses`**, or in
 * `marked`, or the row stays what it was.
 *
 * For items of a `<List>` and rows of a `<Table>` take `ui.each(items, draw, { key, memo: true })`, which is what this is.
 *
 * @example
 * ```tsx
 * <Column>
 *   <For each={state.tasks} by="id">{(task) => <Text>{task.title}</Text>}</For>
 * </Column>
 * ```
 */
export function For<T>(props: ForProps<T>): UINode {
  // JSX has one type for all elements; lists are flattened, or stay together, wherever an element may stand.
  return drawRows(props) as unknown as UINode
}

function drawRows<T>(props: ForProps<T>): readonly UINode[] {
  // The author's own function, never one around it: the VM knows a list again by what draws its rows.
  const { by, children, each: items, marked, uses } = props
  if (uses === undefined) return each(items, children, { key: by, memo: true, marked })
  return each(items, children, { key: by, memo: (item) => [item, ...uses] })
}
