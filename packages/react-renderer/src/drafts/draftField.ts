import type { FieldNode, UIEventRef } from '@plugboard/contracts'
import {
  askedValue,
  emptyValue,
  explainFault,
  type FieldValue,
  findFault,
  isSameValue,
  shownValue,
} from '@plugboard/contracts/rendering'

import type { Clock } from '../clock.ts'
import type { EmitNodeEvent } from '../nodeProps.ts'

/** What a person has put into one field, ahead of what the plugin knows. */
export interface Draft {
  readonly value: FieldValue
  /** Raised at each change; comes back in `acknowledged` once a tree contains its effects. */
  readonly rev: number
  /** An input method is at work: nothing is sent and nothing is applied. */
  readonly composing: boolean
}

/** Told to listeners when the plugin, not the person, changed the value. */
export interface DraftReplacement {
  readonly previous: FieldValue
  readonly next: FieldValue
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

/** The draft of one field: its value belongs to the person until the plugin has seen all of it. */
export class DraftField {
  readonly #options: DraftFieldOptions
  readonly #listeners = new Set<DraftListener>()
  readonly #elements = new Set<HTMLElement>()
  #node: FieldNode
  #asked: FieldValue | undefined
  #draft: Draft
  #fault: string | null = null
  /** What the last settled tree asked for, for fields that tell the plugin nothing. */
  #seenValue: FieldValue | undefined
  #acknowledged = 0
  #isPending = false
  #committedRev = 0
  #views = 0
  /** It was seen, and is not any more. */
  #hasLeft = false
  #cancelPause: (() => void) | null = null

  constructor(node: FieldNode, options: DraftFieldOptions) {
    this.#options = options
    this.#node = node
    this.#asked = askedValue(node)
    this.#draft = { value: this.#asked ?? emptyValue(node), rev: 0, composing: false }
    this.#seenValue = this.#asked
  }

  get draft(): Draft {
    return this.#draft
  }

  /** The draft as the field shows it and as a form sends it. */
  get value(): FieldValue {
    return shownValue(this.#node, this.#draft.value)
  }

  /** What the host found wrong with the value when its form was to be sent. Gone as soon as the value changes. */
  get fault(): string | null {
    return this.#fault
  }

  /** Elements that show the field at the moment; more than one when several views do. */
  get elements(): ReadonlySet<HTMLElement> {
    return this.#elements
  }

  /** Whether a view shows the field. */
  get isSeen(): boolean {
    return this.#views > 0
  }

  get name(): string {
    return this.#node.name
  }

  readonly subscribe = (listener: DraftListener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A view shows the field, until the answer is called. {@link present} its node before. */
  enter(): () => void {
    this.#views += 1
    this.#hasLeft = false
    return () => {
      this.#views -= 1
      this.#hasLeft = !this.isSeen
    }
  }

  /** An element shows the field: it is the one to go to when something is wrong with the value. */
  attach(element: HTMLElement): () => void {
    this.#elements.add(element)
    return () => this.#elements.delete(element)
  }

  /** The field as the newest tree has it. Its value counts at the next {@link settle}. */
  offer(node: FieldNode): void {
    if (node === this.#node) return
    this.#node = node
    this.#asked = askedValue(node)
    // What was wrong need not be so any more: other bounds, other options.
    if (this.#fault !== null) this.check()
  }

  /** The person changed the value. */
  change(value: FieldValue): void {
    this.#draft = { ...this.#draft, value, rev: this.#options.createRevision(this.#acknowledged) }
    this.#fault = null
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
    if (text !== this.#draft.value) this.change(text)
    else if (this.#isPending) this.#schedule()
    else this.settle(this.#acknowledged)
  }

  /** Sends what was not sent yet. */
  flush(): void {
    this.#clearPause()
    if (!this.#isPending || this.#draft.composing) return
    this.#setPending(false)
    const { rev } = this.#draft
    this.#options.send(this.#node.onChange, { type: 'change', name: this.#node.name, value: this.value, rev })
  }

  /** The person left the field, or (`always`) pressed Enter: a commit without a change since the last one is no news. */
  commit({ always }: { readonly always: boolean }): void {
    if (this.#draft.composing) return
    this.flush()
    const { rev } = this.#draft
    if (!always && rev <= this.#committedRev) return
    this.#committedRev = rev
    this.#options.send(onCommitOf(this.#node), { type: 'commit', name: this.#node.name, value: this.value, rev })
  }

  /** Looks for a fault in the value, on the host's side alone; views show it. */
  check(): string | null {
    const found = findFault(this.#node, this.value)
    const fault = found === null ? null : explainFault(found)
    if (fault !== this.#fault) {
      this.#fault = fault
      this.#notify(null)
    }
    return fault
  }

  /**
   * A tree was shown that contains the effects of revision `acknowledged`. The plugin has the last word on the value if
   * it has seen all of it; what it says about an older one is stale and ignored.
   */
  settle(acknowledged: number): void {
    this.#acknowledged = acknowledged
    // A field that has left the tree is known by an old node: what that asks for is stale too.
    if (this.#draft.composing || this.#hasLeft) return
    const asked = this.#asked
    const seen = this.#seenValue
    this.#seenValue = asked
    if (asked === undefined || isSameValue(asked, this.#draft.value)) return
    const isHeard = this.#node.onChange !== undefined || onCommitOf(this.#node) !== undefined
    if (isHeard ? acknowledged < this.#draft.rev : isSameValue(asked, seen)) return
    const previous = this.#draft.value
    this.#draft = { ...this.#draft, value: asked }
    this.#fault = null
    this.#setPending(false)
    this.#clearPause()
    this.#notify({ previous, next: asked })
  }

  /** The field is in the newest tree, and this is its node, whether or not anything shows it. */
  present(node: FieldNode): void {
    this.offer(node)
    if (!this.#hasLeft) return
    this.#hasLeft = false
    this.settle(this.#acknowledged)
    this.#hasLeft = !this.isSeen
  }

  /** No view shows the field any more. The draft stays, without its timer. */
  rest(): void {
    this.#draft = { ...this.#draft, composing: false }
    this.#fault = null
    this.flush()
  }

  /** A view shows the field again: its source has forgotten what it acknowledged, and everything was sent before. */
  wake(): void {
    this.#draft = { ...this.#draft, rev: 0 }
    this.#committedRev = 0
  }

  #schedule(): void {
    this.#clearPause()
    const notify = notifyOf(this.#node)
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

/** What is typed is sent as its node says, what is chosen is sent at once. */
function notifyOf(node: FieldNode): 'commit' | 'pause' | 'input' {
  if (node.kind !== 'input' && node.kind !== 'textarea') return 'input'
  return node.notify ?? 'pause'
}

function onCommitOf(node: FieldNode): UIEventRef | undefined {
  return 'onCommit' in node ? node.onCommit : undefined
}
