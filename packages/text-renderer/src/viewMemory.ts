import type { ButtonNode, FieldNode, JsonValue, TableSort, WidgetSource } from '@plugboard/contracts'

import { FieldDrafts } from './fieldDrafts.ts'
import type { Memory } from './memory.ts'

/** What the person chose instead of what the plugin planned; a new plan of the plugin's replaces it. */
class Choices<T> {
  readonly #held = new Map<string, { readonly value: T; readonly plan: string }>()

  read(path: string, plan: unknown): T | undefined {
    const held = this.#held.get(path)
    return held !== undefined && held.plan === write(plan) ? held.value : undefined
  }

  choose(path: string, plan: unknown, value: T): void {
    this.#held.set(path, { value, plan: write(plan) })
  }
}

function write(plan: unknown): string {
  return JSON.stringify(plan ?? null)
}

/** The host's part of one widget: what is typed, folded, sorted, selected and asked. */
export class ViewMemory implements Memory {
  readonly drafts: FieldDrafts
  readonly opened: Choices<boolean> = new Choices()
  readonly sorts: Choices<TableSort> = new Choices()
  readonly selections: Choices<readonly string[]> = new Choices()
  readonly #faults = new Map<string, string>()
  #question: Memory['question'] = null

  constructor(source: WidgetSource) {
    this.drafts = new FieldDrafts(source)
  }

  get question(): Memory['question'] {
    return this.#question
  }

  valueOf(field: FieldNode): JsonValue {
    return this.drafts.valueOf(field)
  }

  faultOf(name: string): string | undefined {
    return this.#faults.get(name)
  }

  isOpen(path: string, planned: boolean | undefined): boolean {
    return this.opened.read(path, planned) ?? planned ?? true
  }

  sortOf(path: string, planned: TableSort | undefined): TableSort | undefined {
    return this.sorts.read(path, planned) ?? planned
  }

  selectedOf(path: string, planned: readonly string[] | undefined): readonly string[] {
    return this.selections.read(path, planned) ?? planned ?? []
  }

  /** Says what is wrong with a field, or that nothing is any more. */
  blame(name: string, fault: string | undefined): void {
    if (fault === undefined) this.#faults.delete(name)
    else this.#faults.set(name, fault)
  }

  /** A button waits for an answer; or none does. */
  ask(id: string | null, button?: ButtonNode): void {
    this.#question = id === null ? null : { id, button: JSON.stringify(button) }
  }
}
