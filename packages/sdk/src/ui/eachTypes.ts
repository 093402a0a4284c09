import type { CellValue, ListItem, TableRow, UINode } from '@plugboard/contracts'

import type { HandlerRef } from './createNode.ts'
import type { UIChild } from './uiChild.ts'

/** How the rows of `ui.each` are told apart, and when one has to be drawn anew. */
export type EachOptions<T> = EachDrawn<T> | EachByItem<T> | EachByValues<T>

/** How rows are told apart that are not drawn by their items alone. */
export interface EachKeyed<T> {
  /** What an item is called among its siblings: the name of a property, or a function. */
  readonly key: (keyof T & string) | ((item: T, index: number) => string | number)
}

/** Every row is drawn in every render, which is always right. */
export interface EachDrawn<T> extends EachKeyed<T> {
  readonly memo?: undefined
  readonly marked?: undefined
}

/** The row of the last render is kept while these values are what they were: it is not drawn, not sent, not checked again. */
export interface EachByValues<T> extends EachKeyed<T> {
  /** Everything that the row depends on: the item, and whatever else its function reads. Compared by `Object.is`. */
  readonly memo: (item: T, index: number) => readonly unknown[]
  readonly marked?: undefined
}

/**
 * A row depends on its item alone, and on whether it is marked: it is kept while the item is the same one. Nobody is asked,
 * so that a list of any length costs what has changed in it. Items of a view are the same object until they change.
 */
export interface EachByItem<T> {
  /** What an item is called among its siblings: the name of a property, or a function of the item alone. */
  readonly key: (keyof T & string) | ((item: T) => string | number)
  readonly memo: true
  /**
   * Keys of the rows that are marked, as a selection is: the row function is told whether its row is among them, and rows
   * that become marked, or are no longer, are drawn anew.
   */
  readonly marked?: readonly (string | number)[] | undefined
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
 * ui.list('Tasks', ui.each(state.tasks, (task) => ({ content: task.title }), { key: 'id', memo: true }))
 * ```
 *
 * @example
 * ```ts
 * const draw = (task: Task, _: number, isMarked: boolean) => ({ content: ui.text(task.title, isMarked ? BOLD : {}) })
 * ui.list('Tasks', ui.each(state.tasks, draw, { key: 'id', memo: true, marked: [state.selected] }))
 * ```
 */
export interface UIEach {
  <T>(
    items: readonly T[],
    render: (item: T, index: number, isMarked: boolean) => EachTableRow | null,
    options: EachOptions<T>,
  ): readonly TableRow[]
  <T>(
    items: readonly T[],
    render: (item: T, index: number, isMarked: boolean) => EachItem | null,
    options: EachOptions<T>,
  ): readonly ListItem[]
  <T>(
    items: readonly T[],
    render: (item: T, index: number, isMarked: boolean) => EachChild,
    options: EachOptions<T>,
  ): readonly UINode[]
}
