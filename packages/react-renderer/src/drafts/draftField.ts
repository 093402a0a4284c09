import type { InputNode } from '@plugboard/contracts'

import type { Clock } from '../clock.ts'
import type { EmitNodeEvent } from '../nodeProps.ts'

/** What a person has typed into one field, ahead of what the plugin knows. */
export interface Draft {
  readonly text: string
  /** Raised at each change; comes back in `acknowledged` once a tree contains its effects. */
  readonly rev: number
  /** An input method is at work: nothing is sent and nothing is applied. */
  readonly composing: boolean
}

/** Told to listeners when the plugin, not the person, changed the text. */
export interface DraftReplacement {
  readonly previous: string
  readonly next: string
}

export type DraftListener = (replacement: DraftReplacement | null) => void

export interface DraftFieldOptions {
  readonly clock: Clock
  /** A number above `acknowledged` and above every one given before. */
  readonly createRevision: (acknowledged: number) => number
  readonly send: EmitNodeEvent
  /** Called when the field has a change to send, and when it no longer has one. */
  readonly onPending: (isPending: boolean) => void
}

/** Idle time after which a change is sent when `notify` is `pause`, in milliseconds. */
export const NOTIFY_PAUSE = 250

/** The draft of one field: the text belongs to the person until the plugin has seen all of it. */
export class DraftField {
  readonly #options: DraftFieldOptions
  readonly #listeners = new Set<DraftListener>()
  #node: InputNode
  #draft: Draft
  /** The last `value` seen, for fields that tell the plugin nothing. */
  #seenValue: string | undefined
  #acknowledged = 0
  #isPending = false
  #committedRev = 0
  #cancelPause: (() => void) | null = null

  constructor(node: InputNode, options: DraftFieldOptions) {
    this.#options = options
    this.#node = node
    this.#draft = { text: node.value ?? '', rev: 0, composing: false }
    this.#seenValue = node.value
  }

  get draft(): Draft {
    return this.#draft
  }

  subscribe(listener: DraftListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The field as the newest tree has it. Its value counts at the next {@link settle}. */
  offer(node: InputNode): void {
    this.#node = node
  }

  /** The person changed the text. */
  type(text: string): void {
    this.#draft = { ...this.#draft, text, rev: this.#options.createRevision(this.#acknowledged) }
    this.#setPending(true)
    this.#notify(null)
    this.#schedule()
  }

  beginComposition(): void {
    this.#draft = { ...this.#draft, composing: true }
  }

  endComposition(text: string): void {
    if (!this.#draft.composing) return
    this.#draft = { ...this.#draft, composing: false }
    if (text !== this.#draft.text) this.type(text)
    else if (this.#isPending) this.#schedule()
    else this.settle(this.#acknowledged)
  }

  /** Sends what was not sent yet. */
  flush(): void {
    this.#clearPause()
    if (!this.#isPending || this.#draft.composing) return
    this.#setPending(false)
    const { text, rev } = this.#draft
    this.#options.send(this.#node.onChange, { type: 'change', name: this.#node.name, value: text, rev })
  }

  /** The person left the field, or (`always`) pressed Enter: a commit without a change since the last one is no news. */
  commit({ always }: { readonly always: boolean }): void {
    if (this.#draft.composing) return
    this.flush()
    const { text, rev } = this.#draft
    if (!always && rev <= this.#committedRev) return
    this.#committedRev = rev
    this.#options.send(this.#node.onCommit, { type: 'commit', name: this.#node.name, value: text, rev })
  }

  /**
   * A tree was shown that contains the effects of revision `acknowledged`. The plugin has the last word on the text if
   * it has seen all of it; what it says about older text is stale and ignored.
   */
  settle(acknowledged: number): void {
    this.#acknowledged = acknowledged
    if (this.#draft.composing) return
    const { value } = this.#node
    const seen = this.#seenValue
    this.#seenValue = value
    if (value === undefined || value === this.#draft.text) return
    const isHeard = this.#node.onChange !== undefined || this.#node.onCommit !== undefined
    if (isHeard ? acknowledged < this.#draft.rev : value === seen) return
    const previous = this.#draft.text
    this.#draft = { ...this.#draft, text: value }
    this.#setPending(false)
    this.#clearPause()
    this.#notify({ previous, next: value })
  }

  /** No view shows the field any more. The draft stays, without its timer. */
  rest(): void {
    this.#draft = { ...this.#draft, composing: false }
    this.flush()
  }

  /** A view shows the field again: its source has forgotten what it acknowledged, and everything was sent before. */
  wake(): void {
    this.#draft = { ...this.#draft, rev: 0 }
    this.#committedRev = 0
  }

  #schedule(): void {
    this.#clearPause()
    const notify = this.#node.notify ?? 'pause'
    if (notify === 'input') this.flush()
    if (notify === 'pause') this.#cancelPause = this.#options.clock.schedule(() => this.flush(), NOTIFY_PAUSE)
  }

  #setPending(isPending: boolean): void {
    if (this.#isPending === isPending) return
    this.#isPending = isPending
    this.#options.onPending(isPending)
  }

  #clearPause(): void {
    this.#cancelPause?.()
    this.#cancelPause = null
  }

  #notify(replacement: DraftReplacement | null): void {
    for (const listener of this.#listeners) listener(replacement)
  }
}
