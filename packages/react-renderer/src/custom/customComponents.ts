import { PluginRendererError } from '../pluginRendererError.ts'
import type { CustomComponent } from './defineComponent.ts'

/** The host's own components by name. A map: names come from plugins. */
export type CustomComponents = ReadonlyMap<string, CustomComponent>

/** @throws PluginRendererError `DUPLICATE_COMPONENT` for two of one name. */
export function collectCustom(list: readonly CustomComponent[]): CustomComponents {
  const byName = new Map<string, CustomComponent>()
  for (const component of list) {
    if (byName.has(component.name)) {
      throw new PluginRendererError(
        'DUPLICATE_COMPONENT',
        `Two components of <PluginProvider custom> are called "${component.name}".`,
      )
    }
    byName.set(component.name, component)
  }
  return byName
}
