import type { FieldNode, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'
import {
  askedValue,
  emptyValue,
  type FieldValue,
  isSameValue,
  shapeOf,
  shownValue,
} from '@plugboard/contracts/rendering'

interface FieldDraft {
  readonly value: FieldValue
  /** Comes back in `acknowledged` once a tree contains its effects. */
  readonly rev: number
}

interface KnownField {
  draft: FieldDraft | null
  /** The last value that the plugin asked for. */
  seen: FieldValue | undefined
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

  valueOf(field: FieldNode): FieldValue {
    const draft = this.#fields.get(fieldId(field))?.draft ?? null
    const value = draft === null ? askedValue(field) : draft.value
    return shownValue(field, value ?? emptyValue(field))
  }

  /** The person put a value in: its revision. */
  set(field: FieldNode, value: FieldValue): number {
    const rev = Math.max(revisions.get(this.#source) ?? 0, this.#acknowledgedOf(field.name)) + 1
    revisions.set(this.#source, rev)
    this.#fields.set(fieldId(field), { draft: { value, rev }, seen: askedValue(field) })
    return rev
  }

  /**
   * A tree with these fields was shown. The plugin has the last word on a value if it has seen all that was put in; what
   * it says about an older one is stale and ignored. A plugin that is told nothing has it when it says something new.
   */
  settle(fields: readonly FieldNode[], acknowledged: WidgetSnapshot['acknowledged']): void {
    this.#acknowledged = acknowledged
    for (const field of fields) {
      const known = this.#fields.get(fieldId(field))
      if (known === undefined || known.draft === null) continue
      const asked = askedValue(field)
      const isNew = !isSameValue(asked, known.seen)
      known.seen = asked
      if (asked === undefined) continue
      const isHeard = field.onChange !== undefined || ('onCommit' in field && field.onCommit !== undefined)
      if (isHeard ? this.#acknowledgedOf(field.name) >= known.draft.rev : isNew) known.draft = null
    }
  }

  #acknowledgedOf(name: string): number {
    return Object.hasOwn(this.#acknowledged, name) ? (this.#acknowledged[name] ?? 0) : 0
  }
}

/** What tells a field from others: a name that comes back with a value of another shape is another field. */
export function fieldId(field: FieldNode): string {
  return `${shapeOf(field)}/${field.name}`
}
