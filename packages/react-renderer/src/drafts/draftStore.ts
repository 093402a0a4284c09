import type { FieldNode } from '@plugboard/contracts'
import { shapeOf } from '@plugboard/contracts/rendering'

import type { Clock } from '../clock.ts'
import type { EmitNodeEvent } from '../nodeProps.ts'
import { DraftField } from './draftField.ts'

/**
 * Fields that are remembered at least; those that nobody sees go, longest unseen first, once there are twice as many. More
 * than one tree may hold, so that a tree that is being drawn never loses one.
 */
const KEPT_FIELDS = 5_000

export interface DraftStoreOptions {
  readonly clock: Clock
  /** A number above `acknowledged` and above every one given before. */
  readonly createRevision: (acknowledged: number) => number
}

/** The drafts of one widget, by the names of its fields. They outlive the views that show them. */
export class DraftStore {
  readonly #options: DraftStoreOptions
  readonly #fields = new Map<string, DraftField>()
  /** Fields with something to send, the one that was changed first, first. */
  readonly #pending = new Set<DraftField>()
  readonly #senders: EmitNodeEvent[] = []

  constructor(options: DraftStoreOptions) {
    this.#options = options
  }

  /** Whether a view shows this widget. */
  get isConnected(): boolean {
    return this.#senders.length > 0
  }

  /** A view opens: events go out by its lease. Disconnecting the last one sends what was not sent yet. */
  connect(send: EmitNodeEvent): () => void {
    if (!this.isConnected) for (const field of this.#fields.values()) field.wake()
    this.#senders.push(send)
    return () => {
      const index = this.#senders.indexOf(send)
      if (index < 0) return
      if (this.#senders.length === 1) {
        this.flush()
        for (const field of this.#fields.values()) field.rest()
      }
      this.#senders.splice(index, 1)
    }
  }

  /** The field of a node; made at its first sight. */
  field(node: FieldNode): DraftField {
    const id = `${shapeOf(node)}/${node.name}`
    const known = this.#fields.get(id)
    if (known !== undefined) {
      if (!known.isSeen) this.#keepLongest(id, known)
      return known
    }
    const field: DraftField = new DraftField(node, {
      clock: this.#options.clock,
      createRevision: this.#options.createRevision,
      send: (ref, event) => this.#senders.at(-1)?.(ref, event),
      onPending: (isPending) => {
        if (isPending) this.#pending.add(field)
        else this.#pending.delete(field)
      },
    })
    this.#fields.set(id, field)
    if (this.#fields.size > 2 * KEPT_FIELDS) this.#forgetUnseen()
    return field
  }

  /** The field of a node that is in the newest tree, whether or not anything shows it. */
  present(node: FieldNode): DraftField {
    const field = this.field(node)
    field.present(node)
    return field
  }

  /** Sends every pending change, in the order in which the fields were changed. */
  flush(): void {
    // A field that was flushed leaves the set under the loop, which a set allows.
    for (const field of this.#pending) field.flush()
  }

  /** A tree was shown. Call after its fields were offered. */
  settle(acknowledged: Readonly<Record<string, number>>): void {
    for (const field of this.#fields.values()) field.settle(readRevision(acknowledged, field.name))
  }

  #keepLongest(id: string, field: DraftField): void {
    this.#fields.delete(id)
    this.#fields.set(id, field)
  }

  // A plugin may name new fields in every tree, for ever.
  #forgetUnseen(): void {
    for (const [id, field] of this.#fields) {
      if (this.#fields.size <= KEPT_FIELDS) return
      // What a person has put in is not let go before the plugin was told.
      if (!field.isSeen && !this.#pending.has(field)) this.#fields.delete(id)
    }
  }
}

function readRevision(acknowledged: Readonly<Record<string, number>>, name: string): number {
  return Object.hasOwn(acknowledged, name) ? (acknowledged[name] ?? 0) : 0
}
