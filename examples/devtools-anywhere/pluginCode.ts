import { rolldown } from 'rolldown'
import type { Plugin } from 'vite'

const SUFFIX = '?plugin'

/**
 * `import { code, sourceMap } from './votes.plugin.tsx?plugin'`: a plugin that is written with the SDK, as the one script that
 * a host takes, with the map that leads from it to what was written.
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
      const { output } = await bundle.generate({ format: 'iife', sourcemap: 'hidden' })
      for (const file of await bundle.watchFiles) this.addWatchFile(file)
      const [{ code, map }] = output
      return `export const code = ${JSON.stringify(code)}\nexport const sourceMap = ${JSON.stringify(map?.toString())}`
    },
  }
}
