import { bundlePlugin, type BundlePluginOptions } from './bundlePlugin.ts'

/** What of a Vite or Rollup plugin this one has: nothing of either is imported. */
export interface PluginCodePlugin {
  readonly name: string
  readonly enforce: 'pre'
  load(this: PluginCodeContext, id: string): Promise<string | null>
}

/** What a bundler gives the hooks of its plugins. */
export interface PluginCodeContext {
  addWatchFile(path: string): void
  error(message: string): never
}

const SUFFIX = '?plugin'

/**
 * `import { code, sourceMap } from './votes.plugin.tsx?plugin'` in an application that Vite builds: the plugin as the one script
 * that a host takes, and the map that leads from it to what was written. It is bundled again when one of its files changes.
 *
 * For plugins that an application brings itself; those from elsewhere are such scripts already. TypeScript wants to be told, in
 * a file `plugin.d.ts`: `declare module '*?plugin' { export const code: string; export const sourceMap: string }`.
 *
 * @example
 * export default defineConfig({ plugins: [pluginCode()] })
 */
export function pluginCode({ conditions }: Pick<BundlePluginOptions, 'conditions'> = {}): PluginCodePlugin {
  return {
    name: 'plugboard-plugin-code',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null
      const entry = id.slice(0, -SUFFIX.length)
      const { code, diagnostics, files, sourceMap } = await bundlePlugin({
        entry,
        ...(conditions === undefined ? {} : { conditions }),
      })
      for (const file of files) this.addWatchFile(file)
      if (code !== undefined) {
        return `export const code = ${JSON.stringify(code)}\nexport const sourceMap = ${JSON.stringify(sourceMap)}\n`
      }
      const faults = diagnostics.filter(({ severity }) => severity === 'error')
      return this.error(
        faults.map(({ hint, message, path }) => `${path ?? entry}: ${message} ${hint ?? ''}`).join('\n'),
      )
    },
  }
}
