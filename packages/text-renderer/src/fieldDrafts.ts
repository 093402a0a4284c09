import type { FieldNode, JsonValue, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'

import { emptyValue, heldValue, plannedValue, shapeOf } from './fieldValue.ts'

interface FieldDraft {
  readonly value: JsonValue
  /** Comes back in `acknowledged` once a tree contains its effects. */
  readonly rev: number
}

interface KnownField {
  draft: FieldDraft | null
  /** The last value that the plugin asked for, as JSON. */
  seen: string
}

// By source, not by view: revisions have to rise over all views of a widget.
const revisions = new WeakMap<WidgetSource, number>()

/** What a person put into the fields of a widget, ahead of what its plugin knows. */
export class FieldDrafts {
  readonly #source: WidgetSource
  readonly #fields = new Map<string, KnownField>()
  #acknowledged: WidgetSnapshot['acknowledged'] = {}

  constructor(source: WidgetSource) {
    this.#source = source
  }

  valueOf(field: FieldNode): JsonValue {
    const draft = this.#fields.get(idOf(field))?.draft ?? null
    const value = draft === null ? plannedValue(field) : draft.value
    return heldValue(field, value ?? emptyValue(field))
  }

  /** The person put a value in: its revision. */
  set(field: FieldNode, value: JsonValue): number {
    const rev = Math.max(revisions.get(this.#source) ?? 0, this.#acknowledgedOf(field.name)) + 1
    revisions.set(this.#source, rev)
    this.#fields.set(idOf(field), { draft: { value, rev }, seen: plan(field) })
    return rev
  }

  /**
   * A tree with these fields was shown. The plugin has the last word on a value if it has seen all that was put in; what
   * it says about an older one is stale and ignored. A plugin that is told nothing has it when it says something new.
   */
  settle(fields: readonly FieldNode[], acknowledged: WidgetSnapshot['acknowledged']): void {
    this.#acknowledged = acknowledged
    for (const field of fields) {
      const known = this.#fields.get(idOf(field))
      if (known === undefined || known.draft === null) continue
      const isNew = plan(field) !== known.seen
      known.seen = plan(field)
      if (plannedValue(field) === undefined) continue
      const isHeard = field.onChange !== undefined || ('onCommit' in field && field.onCommit !== undefined)
      if (isHeard ? this.#acknowledgedOf(field.name) >= known.draft.rev : isNew) known.draft = null
    }
  }

  #acknowledgedOf(name: string): number {
    return Object.hasOwn(this.#acknowledged, name) ? (this.#acknowledged[name] ?? 0) : 0
  }
}

/** A name that comes back with a value of another shape is another field. */
function idOf(field: FieldNode): string {
  return `${shapeOf(field)}/${field.name}`
}

function plan(field: FieldNode): string {
  return JSON.stringify(plannedValue(field) ?? null)
}
