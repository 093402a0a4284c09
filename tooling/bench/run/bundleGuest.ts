import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'
import type { Plugin } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A guest as one script, minified: what an author would publish. `path` is below the bench's folder. */
export async function bundleGuest(path: string): Promise<string> {
  await using bundle = await rolldown({
    cwd: ROOT,
    input: path,
    platform: 'neutral',
    tsconfig: false,
    resolve: { conditionNames: ['@plugboard/source', 'import', 'default'], mainFields: ['module', 'main'] },
    transform: { jsx: { runtime: 'automatic', importSource: '@plugboard/sdk', development: false, pure: false } },
    logLevel: 'warn',
  })
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false })
  return output[0].code
}

const SUFFIX = '?guest'

/** Lets a page import the text of a bundled guest: `import { code } from './guest.tsx?guest'`. */
export function guestModules(): Plugin {
  return {
    name: 'guest-modules',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\?guest$/ },
      async handler(source, importer) {
        const found = await this.resolve(source.slice(0, -SUFFIX.length), importer)
        return found === null ? null : `\0${found.id}${SUFFIX}`
      },
    },
    load: {
      filter: { id: /^\0.*\?guest$/ },
      async handler(id) {
        return `export const code = ${JSON.stringify(await bundleGuest(id.slice(1, -SUFFIX.length)))}`
      },
    },
  }
}
