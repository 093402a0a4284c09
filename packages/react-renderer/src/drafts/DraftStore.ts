import { Draft, type DraftOptions } from './Draft.ts'

/** The drafts of one widget's fields, by field name. Lives as long as the widget's lease. */
export class DraftStore {
  readonly #drafts = new Map<string, Draft>()

  /** The draft of a field; made from `options` when the field is new. */
  get(name: string, options: DraftOptions): Draft {
    const known = this.#drafts.get(name)
    if (known !== undefined) return known
    const draft = new Draft(options)
    this.#drafts.set(name, draft)
    return draft
  }

  /** Sends everything that was typed and not sent, in the order of the fields: a handler must never read a stale form. */
  flush(): void {
    for (const draft of this.#drafts.values()) draft.flush()
  }

  dispose(): void {
    for (const draft of this.#drafts.values()) draft.dispose()
    this.#drafts.clear()
  }
}
