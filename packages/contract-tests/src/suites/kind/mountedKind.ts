import type { UIEvent, UINode, UINodeKind, WidgetSnapshot } from '@plugboard/contracts'
import { createInstanceId } from '@plugboard/contracts'
import { expect } from 'vitest'

import { createFakeWidgetSource, type EmittedEvent, type FakeWidgetSource } from '../../fakes/fakeWidgetSource.ts'
import type { WidgetAddress } from '../renderer/mountedWidget.ts'
import { plain } from '../renderer/mountedWidget.ts'

type Eventual<T> = T | Promise<T>

/** The little of an element that the suite needs: elements of a page have it. */
export interface KindElement {
  focus(): void
  getAttribute(name: string): string | null
  readonly textContent: string | null
}

/** What an element has to be besides its role, as the queries by role of test browsers take it. */
export interface KindQuery {
  /** The accessible name: exactly this text, or one that matches. */
  readonly name?: string | RegExp
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly expanded?: boolean
  readonly level?: number
  readonly selected?: boolean
}

/** One drawn widget as assistive technology and a keyboard reach it. Every method may be asynchronous. */
export interface MountedKind {
  /** What has the role and fits the query, in the order of the page; what assistive technology does not see is left out. */
  all(role: string, query: KindQuery): Eventual<readonly KindElement[]>
  /** What has the focus; the page itself, or null, when nothing has. */
  focused(): Eventual<KindElement | null>
  /** Presses keys as a person does: `{Tab}`, `{Enter}`, `{Shift>}{Tab}{/Shift}`, letters. */
  keyboard(keys: string): Eventual<void>
  /** The words that a person can read. */
  text(): Eventual<string>
  unmount(): Eventual<void>
}

/** Draws a widget of a source with the components under test. The suite calls `unmount` for what it mounted. */
export type MountKind = (source: FakeWidgetSource, widget: WidgetAddress) => Eventual<MountedKind>

/** One thing that every component of a kind does. */
export interface KindBehaviour {
  /** Stable name, for `skip`: `button/enter`. */
  readonly id: string
  readonly title: string
  readonly verify: (kit: KindKit) => Promise<void>
}

/** Behaviours of several kinds. */
export type KindBehaviours<K extends UINodeKind> = { readonly [P in K]: readonly KindBehaviour[] }

/** A widget under test, and what is asked of it. Everything that looks waits for what it looks for. */
export interface KindKit {
  readonly showTree: (tree: UINode) => void
  readonly show: (parts: Partial<WidgetSnapshot>) => void
  /** The only one of its role that fits. */
  readonly one: (role: string, query?: KindQuery) => Promise<KindElement>
  /** The only one that has any of the roles. */
  readonly oneOf: (roles: readonly string[], query?: KindQuery) => Promise<KindElement>
  readonly count: (role: string, query: KindQuery, count: number) => Promise<void>
  readonly none: (role: string, query?: KindQuery) => Promise<void>
  /** Puts the focus on an element and presses keys. */
  readonly pressOn: (element: KindElement, keys: string) => Promise<void>
  readonly keyboard: (keys: string) => Promise<void>
  readonly focused: () => Promise<KindElement | null>
  readonly seeFocusOn: (element: KindElement) => Promise<void>
  readonly seeText: (part: string) => Promise<void>
  readonly text: () => Promise<string>
  readonly emitted: readonly EmittedEvent[]
  /** Waits until exactly these were sent. */
  readonly sent: (...events: readonly (readonly [handler: string, event: Partial<UIEvent>])[]) => Promise<void>
  readonly unmount: () => Promise<void>
}

/** Mounts a widget that has been shown nothing yet. */
export async function createKindKit(mount: MountKind): Promise<KindKit> {
  const source = createFakeWidgetSource()
  const widget = { instanceId: createInstanceId('guest'), widgetId: 'main' }
  const view = await mount(source, widget)
  const allOf = async (roles: readonly string[], query: KindQuery): Promise<readonly KindElement[]> =>
    (await Promise.all(roles.map(async (role) => view.all(role, query)))).flat()
  const counted = async (roles: readonly string[], query: KindQuery, count: number): Promise<void> => {
    const message = `${roles.join(' or ')} ${describeQuery(query)}`
    await expect.poll(async () => (await allOf(roles, query)).length, { message }).toBe(count)
  }
  const oneOf = async (roles: readonly string[], query: KindQuery = {}): Promise<KindElement> => {
    await counted(roles, query, 1)
    const [element] = await allOf(roles, query)
    if (element === undefined) throw new Error(`There is no ${roles.join(' or ')} any more.`)
    return element
  }
  return {
    showTree: (tree) => source.showTree(widget.instanceId, widget.widgetId, tree),
    show: (parts) => source.show(widget.instanceId, widget.widgetId, parts),
    one: (role, query) => oneOf([role], query),
    oneOf,
    count: (role, query, count) => counted([role], query, count),
    none: (role, query = {}) => counted([role], query, 0),
    async pressOn(element, keys) {
      element.focus()
      await view.keyboard(keys)
    },
    keyboard: async (keys) => view.keyboard(keys),
    focused: async () => view.focused(),
    seeFocusOn: (element) =>
      expect.poll(async () => (await view.focused()) === element, { message: 'it has the focus' }).toBe(true),
    seeText: (part) => expect.poll(async () => plain(await view.text()), { message: part }).toContain(part),
    text: async () => plain(await view.text()),
    emitted: source.emitted,
    sent: (...events) =>
      expect
        .poll(() => source.emitted.map(({ handler, event }) => [handler, event]))
        .toEqual(events.map(([handler, event]) => [handler, expect.objectContaining(event)])),
    unmount: async () => view.unmount(),
  }
}

function describeQuery(query: KindQuery): string {
  return Object.entries(query)
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(', ')
}
