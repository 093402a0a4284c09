import type { InputNode, Unsubscribe } from '@plugboard/contracts'

import { mapCaret } from './mapCaret.ts'

/** When a draft tells the plugin of a change; as `InputNode.notify`. */
export type Notify = NonNullable<InputNode['notify']>

/** How long a person must stop typing before `pause` sends, in milliseconds. */
export const PAUSE = 250

export interface DraftOptions {
  readonly text: string
  /** Revision to count on from: what the host has acknowledged of an earlier view of the same field. */
  readonly rev: number
  /** Sends one revision of the text. */
  readonly send: (type: 'change' | 'commit', text: string, rev: number) => void
}

/**
 * What a person is typing into one field. It belongs to the host's side: a plugin's answer counts only once it contains
 * everything that was typed, so that a slow plugin can never take characters away, and then it has the last word.
 */
export class Draft {
  #text: string
  #rev: number
  #sentRev: number
  #isComposing = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #send: DraftOptions['send']
  readonly #listeners = new Set<() => void>()
  /** Where the caret belongs after the text was rewritten by the plugin; taken by the field in its next commit. */
  #pendingCaret: number | null = null

  constructor(options: DraftOptions) {
    this.#text = options.text
    this.#rev = options.rev
    this.#sentRev = options.rev
    this.#send = options.send
  }

  getText = (): string => this.#text

  subscribe = (listener: () => void): Unsubscribe => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The element was given another handler. */
  setSend(send: DraftOptions['send']): void {
    this.#send = send
  }

  /** The person changed the text. Sent at once, after a pause, or not before the field is left. */
  type(text: string, notify: Notify): void {
    if (text === this.#text) return
    this.#text = text
    this.#rev += 1
    this.#changed()
    this.#schedule(notify)
  }

  startComposing(): void {
    this.#isComposing = true
    clearTimeout(this.#timer)
  }

  /** An input method has finished a word: only now is there anything to tell. */
  endComposing(text: string, notify: Notify): void {
    this.#isComposing = false
    this.type(text, notify)
    this.#schedule(notify)
  }

  /** Sends what has not been sent. Does nothing in the middle of a composition. */
  flush(): void {
    clearTimeout(this.#timer)
    if (this.#isComposing || this.#sentRev === this.#rev) return
    this.#sentRev = this.#rev
    this.#send('change', this.#text, this.#rev)
  }

  /** The person left the field or pressed Enter. */
  commit(): void {
    if (this.#isComposing) return
    this.flush()
    this.#send('commit', this.#text, this.#rev)
  }

  /**
   * A new tree is here: `value` is what the plugin wants, `acknowledged` the last revision that it had seen.
   * A stale value is ignored; a fresh one has the last word. `caret` is where the caret stands, or null out of focus.
   */
  reconcile(value: string | undefined, acknowledged: number, caret: number | null): void {
    if (value === undefined || this.#isComposing || acknowledged < this.#rev || value === this.#text) return
    if (caret !== null) this.#pendingCaret = mapCaret(this.#text, value, caret)
    this.#text = value
    this.#changed()
  }

  takePendingCaret(): number | null {
    const caret = this.#pendingCaret
    this.#pendingCaret = null
    return caret
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  #schedule(notify: Notify): void {
    if (this.#isComposing || this.#sentRev === this.#rev) return
    clearTimeout(this.#timer)
    if (notify === 'input') this.flush()
    else if (notify === 'pause') {
      this.#timer = setTimeout(() => {
        this.flush()
      }, PAUSE)
    }
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
