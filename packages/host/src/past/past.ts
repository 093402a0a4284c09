import type { PluginRuntime, Unsubscribe, WidgetSource } from '@plugboard/contracts'
import type { PastReading, PluginSelectors } from '@plugboard/store-core'

import type { PluginHost } from '../pluginHost.ts'

/** What to look back at, and with what. */
export interface OpenPastOptions {
  readonly host: PluginHost<string>
  /**
   * Where plugins draw their past; stays with who created it. Default: the host's own. With another one, a plugin that takes
   * its worker down while it draws the past takes no live neighbour along.
   */
  readonly runtime?: PluginRuntime
  /** Most VMs at once; where more widgets are looked at, they take turns. Default 8. */
  readonly maxVms?: number
}

/**
 * A look at the past of a host: who was there, with which state and grants, and how it was drawn.
 *
 * Pictures are made by VMs of their own, from the same code, under the same limits, with the view as of then. They have no
 * host port, nobody calls their handlers, and what they do counts against no live instance. The host runs on meanwhile and
 * hears nothing of it: no record, no dispatch, no change of its state.
 */
export interface Past extends AsyncDisposable {
  /** Widgets as they were. Inert: `emit` does nothing. An instance that was not there then has words for it as its error. */
  readonly source: WidgetSource
  /** Where it stands: the state right after a record, or why that is not known. At the start: the newest record. */
  readonly reading: PastReading
  /** For the states that it reads. They remember on their own: the host's stay with the present. */
  readonly selectors: PluginSelectors
  /** The records that can be gone to. They do not move while others are written; going further than `toSeq` looks again. */
  readonly range: { readonly fromSeq: number; readonly toSeq: number }
  /**
   * Goes to right after a record. Widgets are drawn as fast as their VMs answer; a position that is left before it was drawn
   * is never drawn.
   */
  goTo(seq: number): PastReading
  /** Called when it stands elsewhere. */
  subscribe(listener: () => void): Unsubscribe
  /** Ends its VMs; widgets show no picture any more. Idempotent. Disposing the host does it too. */
  close(): Promise<void>
}
