import { fileURLToPath } from 'node:url'

import type { uiNodeFixtures as Fixtures } from '@plugboard/contract-tests'
import type { Plugin } from 'vite'

const NAME = 'virtual:ui-node-fixtures'

/**
 * The nodes that every renderer is tested with, as data: the page shows the same set, and has nothing of the test package
 * but that. They are read from its source, so that no build has to come first.
 */
export function nodeFixtures(): Plugin {
  const path = fileURLToPath(
    new URL('src/fixtures/uiNodes.ts', import.meta.resolve('@plugboard/contract-tests/package.json')),
  )
  return {
    name: 'ui-node-fixtures',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined
      this.addWatchFile(path)
      // The module has types only as imports, and Node.js strips them.
      const { uiNodeFixtures } = (await import(path)) as { readonly uiNodeFixtures: typeof Fixtures }
      return `export const uiNodeFixtures = ${JSON.stringify(uiNodeFixtures)}`
    },
  }
}
