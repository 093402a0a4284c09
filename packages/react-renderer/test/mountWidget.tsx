import type { MountWidget } from '@plugboard/contract-tests'
import { PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'

/** Draws a widget on the test's page, for suites that know no React. */
export const mountWidget: MountWidget = async (source, { instanceId, widgetId }) => {
  const screen = await render(
    <PluginProvider source={source}>
      <WidgetRenderer instanceId={instanceId} widgetId={widgetId} />
    </PluginProvider>,
  )
  const box = page.elementLocator(screen.container)
  const field = (label: string) => box.getByRole('textbox', { name: label, exact: true })
  return {
    text: () => screen.container.innerText,
    count: (role, name) => box.getByRole(role, name === undefined ? {} : { name, exact: true }).elements().length,
    async press(name) {
      const button = box.getByRole('button', { name, exact: true })
      await button.click({ force: true, timeout: 1_000 }).catch(() => undefined)
    },
    async change(label, value) {
      // What is inert takes no key.
      const isReached = field(label)
        .elements()
        .some((element) => element.closest('[inert]') === null)
      if (isReached) await field(label).fill(value)
    },
    async choose(_label, option) {
      for (const role of ['radio', 'checkbox', 'tab'] as const) {
        const found = box.getByRole(role, { name: option, exact: true })
        if (found.elements().length > 0) await found.click()
      }
    },
    toggle: (label) => box.getByLabelText(label, { exact: true }).click(),
    async sort(header) {
      const found = box.getByRole('button', { name: header, exact: true })
      if (found.elements().length > 0) await found.click()
    },
    select: (row) => box.getByLabelText(`Select ${row}`, { exact: true }).click(),
    async leave() {
      await userEvent.tab()
    },
    value: (label) => {
      const element = field(label).element()
      return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : ''
    },
    markup: () => withoutWords(screen.container).innerHTML,
    unmount: () => screen.unmount(),
  }
}

/** The elements and attributes alone: what a plugin says in words may look like anything. */
function withoutWords(element: Element): Element {
  const copy = document.importNode(element, true)
  const words = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
  const found: Node[] = []
  while (words.nextNode()) found.push(words.currentNode)
  for (const word of found) word.nodeValue = ''
  return copy
}
