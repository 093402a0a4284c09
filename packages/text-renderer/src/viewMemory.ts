import type { ButtonNode, FieldNode, TableNode, TableSort, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'
import {
  type FieldFault,
  type FieldValue,
  findFault,
  isSameSort,
  isSameValue,
  keptKeys,
} from '@plugboard/contracts/rendering'

import { Choices } from './choices.ts'
import { FieldDrafts, fieldId } from './fieldDrafts.ts'
import type { Memory } from './memory.ts'

/** The host's part of one widget: what is typed, folded, sorted, selected and asked. */
export class ViewMemory implements Memory {
  readonly drafts: FieldDrafts
  readonly opened: Choices<boolean> = new Choices(Object.is)
  readonly sorts: Choices<TableSort | null> = new Choices(isSameSort)
  readonly selections: Choices<readonly string[]> = new Choices<readonly string[]>(isSameValue)
  /** Fields that were at fault when their form was to be sent, and have been since. */
  readonly #blamed = new Set<string>()
  #question: Memory['question'] = null

  constructor(source: WidgetSource) {
    this.drafts = new FieldDrafts(source)
  }

  get question(): Memory['question'] {
    return this.#question
  }

  valueOf(field: FieldNode): FieldValue {
    return this.drafts.valueOf(field)
  }

  faultOf(field: FieldNode): FieldFault | null {
    return this.#blamed.has(fieldId(field)) ? findFault(field, this.valueOf(field)) : null
  }

  isOpen(path: string, planned: boolean | undefined): boolean {
    return this.opened.read(path, planned) ?? true
  }

  sortOf(path: string, planned: TableSort | undefined): TableSort | null {
    return this.sorts.read(path, planned) ?? null
  }

  selectedOf(path: string, table: TableNode): readonly string[] {
    const chosen = this.selections.read(path, table.selected) ?? []
    const kept = keptKeys(table, chosen)
    // What is gone is gone for good: a row that comes later under its key is another row.
    if (kept !== chosen) this.selections.choose(path, table.selected, kept)
    return kept
  }

  /** A form was to be sent: whether nothing is wrong with this field of it. What is, is told until it is mended. */
  check(field: FieldNode): boolean {
    this.#blamed.add(fieldId(field))
    const isRight = this.faultOf(field) === null
    if (isRight) this.forgive(field)
    return isRight
  }

  /** The person changed the value: nothing is said of it before the form is to be sent again. */
  forgive(field: FieldNode): void {
    this.#blamed.delete(fieldId(field))
  }

  /** A tree with these fields was shown. */
  settle(fields: readonly FieldNode[], acknowledged: WidgetSnapshot['acknowledged']): void {
    this.drafts.settle(fields, acknowledged)
    const wrong = new Set(fields.filter((field) => this.faultOf(field) !== null).map(fieldId))
    for (const id of this.#blamed) if (!wrong.has(id)) this.#blamed.delete(id)
  }

  /** A button waits for an answer; or none does. */
  ask(id: string | null, button?: ButtonNode): void {
    this.#question = id === null ? null : { id, button: JSON.stringify(button) }
  }
}
