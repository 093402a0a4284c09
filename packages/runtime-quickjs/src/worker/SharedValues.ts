import type { JsonValue, PluginView, UINode } from '@plugboard/contracts'

import { ValueReceiver } from '../codec/ValueReceiver.ts'
import { ValueSender, type WireValue } from '../codec/ValueSender.ts'
import { refuse } from '../vm/refusals.ts'

/** What a client and its worker both have of one instance: its last view, and the last tree of each widget. */
export class SharedValues {
  readonly #view = new ValueReceiver()
  readonly #trees = new Map<string, ValueSender>()

  /** The view of a call. Throws `PROTOCOL` when it builds on one that is not here; the client sends the next one whole. */
  decodeView(posted: WireValue): PluginView {
    const view = this.#view.decode(posted)
    if (view === undefined) {
      throw refuse('PROTOCOL', 'The call cannot be carried out: its view builds on one that is not here. Call again.')
    }
    // The runtime looks at its shape, as at that of every call.
    return view as unknown as PluginView
  }

  /** A tree as it is posted. A runtime answers what did not change as the same objects. */
  encodeTree(widgetId: string, tree: UINode): WireValue {
    let sender = this.#trees.get(widgetId)
    if (sender === undefined) this.#trees.set(widgetId, (sender = new ValueSender()))
    // A tree is JSON with optional props, which the type of JSON does not know.
    return sender.encode(tree as unknown as JsonValue)
  }
}
