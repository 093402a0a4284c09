import type { MountKind } from '@plugboard/contract-tests'
import { PluginProvider, type PluginProviderProps, WidgetRenderer } from '@plugboard/react-renderer'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'

/** Draws widgets for the contract of a kind: what a host needs to run it on components of its own. */
export function mountKindWith(provider: Partial<PluginProviderProps> = {}): MountKind {
  return async (source, widget) => {
    const screen = await render(
      <PluginProvider source={source} {...provider}>
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
}
