import type { InstanceId, UINode, WidgetSnapshot } from '@plugboard/contracts'
import { createInstanceId } from '@plugboard/contracts'
import { expect } from 'vitest'

import { createFakeWidgetSource, type FakeWidgetSource } from '../../fakes/fakeWidgetSource.ts'

/** What a person can make out, whatever the medium: the roles of WAI-ARIA that the kinds map to. */
export type WidgetRole =
  | 'alert'
  | 'button'
  | 'heading'
  | 'list'
  | 'listitem'
  | 'progressbar'
  | 'separator'
  | 'table'
  | 'textbox'

/** Which widget of which instance a renderer is asked to draw. */
export interface WidgetAddress {
  readonly instanceId: InstanceId
  readonly widgetId: string
}

type Eventual<T> = T | Promise<T>

/** One drawn widget, as the suite sees and uses it. Every method may be asynchronous. */
export interface MountedWidget {
  /** The words that a person can read, in reading order; the values of fields need not be among them. */
  text(): Eventual<string>
  /** How many things of this role there are; with `name`, how many have that accessible name. */
  count(role: WidgetRole, name?: string): Eventual<number>
  /** Presses the button, item or row of this name. Does nothing when it cannot be pressed. */
  press(name: string): Eventual<void>
  /** Types a text into the field of this label, in place of what it holds, and stays in it. Does nothing when it cannot. */
  change(label: string, value: string): Eventual<void>
  /** Leaves the field of this label. */
  leave(label: string): Eventual<void>
  /** What the field of this label holds. */
  value(label: string): Eventual<string>
  /** Chooses the option, or the tab, of this label in a field; of several that can be chosen, one more or one less. */
  choose(label: string, option: string): Eventual<void>
  /** Ticks the checkbox, or turns the switch, of this label; or the other way. */
  toggle(label: string): Eventual<void>
  /** Presses the header of a column. Does nothing when it cannot be pressed. */
  sort(header: string): Eventual<void>
  /** Selects the row of this name; of several that can be selected, one more or one less. */
  select(row: string): Eventual<void>
  /** Markup, of renderers that have one: the suite looks for what must not be in it. */
  markup?(): Eventual<string>
  unmount(): Eventual<void>
}

/** Draws a widget of a source. The suite calls `unmount` for what it mounted. */
export type MountWidget = (source: FakeWidgetSource, widget: WidgetAddress) => Eventual<MountedWidget>

/** One widget under test and the source that feeds it. */
export interface RendererKit {
  readonly source: FakeWidgetSource
  readonly widget: WidgetAddress
  readonly view: MountedWidget
  readonly show: (parts: Partial<WidgetSnapshot>) => void
  readonly showTree: (tree: UINode) => void
  /** Waits until the words contain `part`. */
  readonly seeText: (part: string) => Promise<void>
}

/** One thing that every renderer does. */
export interface RendererBehaviour {
  /** Stable name, for `skip`. */
  readonly id: string
  readonly title: string
  readonly verify: (kit: RendererKit) => Promise<void>
}

/** A mounted widget that has been shown nothing yet. */
export async function createRendererKit(mount: MountWidget): Promise<RendererKit> {
  const source = createFakeWidgetSource()
  const widget = { instanceId: createInstanceId('guest'), widgetId: 'main' }
  const view = await mount(source, widget)
  return {
    source,
    widget,
    view,
    show: (parts) => source.show(widget.instanceId, widget.widgetId, parts),
    showTree: (tree) => source.showTree(widget.instanceId, widget.widgetId, tree),
    seeText: (part) => expect.poll(async () => plain(await view.text()), { message: part }).toContain(plain(part)),
  }
}

/** White space as one blank: where lines break is the renderer's own business. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
