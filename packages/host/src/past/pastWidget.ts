import type { PluginView, Unsubscribe, WidgetSnapshot } from '@plugboard/contracts'

import type { KnownCode } from './codeBook.ts'
import { snapshotOf } from './pastNotes.ts'

/** What a widget is to show: a picture that has to be drawn first, or one that is there already. */
export type PastAim =
  | {
      readonly kind: 'draw'
      readonly code: KnownCode
      readonly view: PluginView
      readonly enabled: boolean
      readonly components?: readonly string[]
    }
  | { readonly kind: 'show'; readonly snapshot: WidgetSnapshot }

/** One widget of an instance in the past: who looks at it, what it shows, and what it is to show. */
export class PastWidget {
  readonly widgetId: string
  readonly #listeners = new Set<() => void>()
  #snapshot: WidgetSnapshot = { ...snapshotOf('not-there'), status: 'loading', error: null }
  #aim: PastAim | null = null
  /** The aim that the picture is of. */
  #shown: PastAim | null = null
  leases = 0

  constructor(widgetId: string) {
    this.widgetId = widgetId
  }

  get snapshot(): WidgetSnapshot {
    return this.#snapshot
  }

  /** The picture that is wanted and not there; null when there is none. */
  get due(): Extract<PastAim, { readonly kind: 'draw' }> | null {
    return this.#aim?.kind === 'draw' && this.#aim !== this.#shown ? this.#aim : null
  }

  /** What it is to show from now on. The last picture stays until the new one is there, and says that it is not it. */
  aim(next: PastAim): void {
    const shown = this.#shown
    if (next.kind === 'show') {
      this.#aim = next
      this.#shown = next
      return this.#show(next.snapshot)
    }
    const isSamePicture = shown?.kind === 'draw' && shown.view === next.view && shown.code === next.code
    this.#aim = isSamePicture && shown.enabled === next.enabled ? shown : next
    if (this.due !== null) this.#show({ ...this.#snapshot, status: 'loading', error: null })
    else if (this.#snapshot.status === 'loading') this.#show({ ...this.#snapshot, status: 'ready' })
  }

  /** A picture is there. One of an aim that was left meanwhile is not shown. */
  settle(aim: PastAim, snapshot: WidgetSnapshot): void {
    if (aim !== this.#aim) return
    this.#shown = aim
    this.#show(snapshot)
  }

  subscribe(listener: () => void): Unsubscribe {
    // Wrapped, so that one function subscribed twice is two subscriptions.
    const entry = (): void => listener()
    this.#listeners.add(entry)
    return () => {
      this.#listeners.delete(entry)
    }
  }

  #show(snapshot: WidgetSnapshot): void {
    this.#snapshot = Object.freeze(snapshot)
    for (const listener of this.#listeners) listener()
  }
}
