import { createFakeWidgetSource, type FakeWidgetSource } from '@plugboard/contract-tests'
import { createInstanceId } from '@plugboard/contracts'
import type { UIEvent, UINode, WidgetSnapshot } from '@plugboard/contracts'
import { createTextView, type TextOutcome, type TextView } from '@plugboard/text-renderer'

/** A view over a source that a test feeds. */
export interface ViewUnderTest {
  readonly view: TextView
  readonly source: FakeWidgetSource
  readonly show: (tree: UINode, parts?: Partial<WidgetSnapshot>) => void
  /** Reads the text and presses what is called that. */
  readonly press: (label: string) => TextOutcome
  /** What was sent, without the address. */
  readonly sent: () => readonly { readonly handler: string; readonly event: UIEvent }[]
}

export function viewOf(tree: UINode): ViewUnderTest {
  const source = createFakeWidgetSource()
  const instanceId = createInstanceId('guest')
  const show: ViewUnderTest['show'] = (next, parts = {}) =>
    source.show(instanceId, 'main', { status: 'ready', error: null, tree: next, ...parts })
  show(tree)
  const view = createTextView({ source, instanceId, widgetId: 'main' })
  return {
    view,
    source,
    show,
    press: (label) => view.press(view.actions().find((action) => action.label === label)?.number ?? 0),
    sent: () => source.emitted.map(({ handler, event }) => ({ handler, event })),
  }
}
