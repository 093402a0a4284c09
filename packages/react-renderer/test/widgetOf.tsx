import { createFakeWidgetSource, type FakeWidgetSource } from '@plugboard/contract-tests'
import type { UINode, WidgetSnapshot } from '@plugboard/contracts'
import {
  PluginProvider,
  type PluginProviderProps,
  WidgetRenderer,
  type WidgetRendererProps,
} from '@plugboard/react-renderer'
import { type ReactElement, type ReactNode } from 'react'
import { render, type RenderResult } from 'vitest-browser-react'

/** The one widget that these tests draw. */
export const WIDGET = { instanceId: 'guest@00000000', widgetId: 'main' } as const

export interface WidgetOfOptions {
  readonly provider?: Partial<PluginProviderProps>
  readonly widget?: Partial<WidgetRendererProps>
  /** What the host has around the widget. */
  readonly wrap?: (widget: ReactElement) => ReactNode
}

export interface DrawnWidget {
  readonly source: FakeWidgetSource
  readonly screen: RenderResult
  readonly box: HTMLElement
  readonly show: (parts: Partial<WidgetSnapshot>) => void
  readonly showTree: (tree: UINode) => void
}

/** Draws a tree on the test's page, as a host would. */
export async function widgetOf(tree: UINode, options: WidgetOfOptions = {}): Promise<DrawnWidget> {
  const { provider, widget, wrap = (element) => element } = options
  const source = createFakeWidgetSource()
  source.showTree(WIDGET.instanceId, WIDGET.widgetId, tree)
  const screen = await render(
    <PluginProvider source={source} {...provider}>
      {wrap(<WidgetRenderer {...WIDGET} {...widget} />)}
    </PluginProvider>,
  )
  const box = screen.container.querySelector<HTMLElement>('.pui-widget')
  if (box === null) throw new Error('No widget was drawn.')
  return {
    source,
    screen,
    box,
    show: (parts) => source.show(WIDGET.instanceId, WIDGET.widgetId, parts),
    showTree: (next) => source.showTree(WIDGET.instanceId, WIDGET.widgetId, next),
  }
}

/** An element of the drawn widget; the test fails where it is missing. */
export function find(root: ParentNode, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector)
  if (element === null) throw new Error(`Nothing matches ${selector}.`)
  return element
}
