import type { Plugin } from 'vite'

import { bundlePrelude } from './bundlePrelude.ts'

const NAME = 'virtual:plugin-prelude'

/** Hands the page the text of the SDK, to be run in the VM of each plugin that is written in the page. */
export function pluginPrelude(): Plugin {
  return {
    name: 'plugin-prelude',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      return id === `\0${NAME}` ? `export const prelude = ${JSON.stringify(await bundlePrelude())}` : undefined
    },
  }
}
