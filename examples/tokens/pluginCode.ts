import { rolldown } from 'rolldown'
import type { Plugin } from 'vite'

const SUFFIX = '?plugin'

/**
 * `import { code } from './stock.plugin.tsx?plugin'`: a plugin that is written with the SDK, as the one script that a host
 * takes. Plugins that come from elsewhere are such scripts already.
 */
export function pluginCode(): Plugin {
  return {
    name: 'plugin-code',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null
      const input = id.slice(0, -SUFFIX.length)
      await using bundle = await rolldown({
        input,
        platform: 'neutral',
        tsconfig: false,
        resolve: { conditionNames: ['@plugboard/source', 'import', 'default'], mainFields: ['module', 'main'] },
        transform: { jsx: { runtime: 'automatic', importSource: '@plugboard/sdk', development: false } },
      })
      const { output } = await bundle.generate({ format: 'iife' })
      for (const file of await bundle.watchFiles) this.addWatchFile(file)
      return `export const code = ${JSON.stringify(output[0].code)}`
    },
  }
}
