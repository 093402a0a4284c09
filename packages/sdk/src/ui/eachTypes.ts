import type { CellValue, ListItem, TableRow, UINode } from '@plugboard/contracts'

import type { HandlerRef } from './createNode.ts'
import type { UIChild } from './uiChild.ts'

/** How the rows of `ui.each` are told apart, and when one has to be drawn anew. */
export interface EachOptions<T> {
  /** What an item is called among its siblings: the name of a property, or a function. */
  readonly key: (keyof T & string) | ((item: T, index: number) => string | number)
  /**
   * Everything that the row depends on: the item, and whatever else its function reads. While each of these values is the
   * one that it was (`Object.is`), the row of the last render is kept: not drawn, not sent, not checked again. Leave it out
   * and every row is drawn in every render, which is always right.
   */
  readonly memo?: (item: T, index: number) => readonly unknown[]
}

/** An item of a list, before it has its key. */
export interface EachItem {
  readonly content: UIChild
  /** Makes the item pressable; the event carries its key. */
  readonly onPress?: HandlerRef | undefined
}

/** A row of a table, before it has its key. */
export interface EachTableRow {
  /** By column id. */
  readonly cells: Readonly<Record<string, CellValue>>
  /** Makes the row pressable; the event carries its key. */
  readonly onPress?: HandlerRef | undefined
}

/** What a row function may answer for a child: one node, text, or nothing, which leaves the row out. */
export type EachChild = UINode | string | number | boolean | null | undefined

/**
 * Makes a keyed row of each item: rows of a table, items of a list, or children of a container, as the row function says.
 *
 * Give the rows as they are to the tree that this render returns. With a `memo` what is in them is known to the VM only.
 *
 * @example
 * ```ts
 * ui.list('Tasks', ui.each(state.tasks, (task) => ({ content: task.title }), { key: 'id', memo: (task) => [task] }))
 * ```
 */
export interface UIEach {
  <T>(
    items: readonly T[],
    render: (item: T, index: number) => EachTableRow | null,
    options: EachOptions<T>,
  ): readonly TableRow[]
  <T>(
    items: readonly T[],
    render: (item: T, index: number) => EachItem | null,
    options: EachOptions<T>,
  ): readonly ListItem[]
  <T>(items: readonly T[], render: (item: T, index: number) => EachChild, options: EachOptions<T>): readonly UINode[]
}
