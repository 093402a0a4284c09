import '@plugboard/react-renderer/styles.css'

import { describeKindContract, type MountKind } from '@plugboard/contract-tests'
import { PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'

import { ShopButton } from '../src/ShopButton.tsx'
import { ShopTable } from '../src/ShopTable.tsx'

const components = { button: ShopButton, table: ShopTable }

const mount: MountKind = async (source, widget) => {
  const screen = await render(
    <PluginProvider source={source} components={components}>
      <WidgetRenderer {...widget} />
    </PluginProvider>,
  )
  return {
    all: (role, query) => screen.getByRole(role, { exact: true, ...query }).elements(),
    focused: () => document.activeElement as HTMLElement | null,
    keyboard: (keys) => userEvent.keyboard(keys),
    text: () => screen.container.innerText,
    unmount: () => screen.unmount(),
  }
}

describeKindContract('button', { name: 'the shop’s button', mount })
describeKindContract('table', { name: 'the shop’s table', mount })
