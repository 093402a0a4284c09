import * as reactRenderer from '@plugboard/react-renderer'
import { expect, it } from 'vitest'

it('exports exactly the documented values', () => {
  expect(Object.keys(reactRenderer).toSorted()).toMatchInlineSnapshot(`
    [
      "BUILT_IN_COMPONENTS",
      "BUILT_IN_ICONS",
      "INHERIT_TOKENS",
      "PLUGIN_TOKENS",
      "Plugin",
      "PluginProvider",
      "PluginRendererError",
      "PluginTreeScope",
      "WidgetRenderer",
      "WidgetStatus",
      "defineComponent",
      "useDraft",
      "useFieldDraft",
      "useForm",
      "usePluginTree",
    ]
  `)
})
