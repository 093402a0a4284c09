import * as reactRenderer from '@plugboard/react-renderer'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(reactRenderer).toSorted()).toMatchInlineSnapshot(`
    [
      "BUILT_IN_COMPONENTS",
      "PLUGIN_TOKENS",
      "Plugin",
      "PluginProvider",
      "PluginRendererError",
      "WidgetRenderer",
      "WidgetStatus",
      "useDraft",
    ]
  `)
})
