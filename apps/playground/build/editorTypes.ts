import type { Plugin } from 'vite'

import { bundleTypes } from './bundleTypes.ts'

const NAME = 'virtual:editor-types'

/** Hands the editor's worker the declarations that plugins are checked against. */
export function editorTypes(): Plugin {
  return {
    name: 'editor-types',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      return id === `\0${NAME}` ? `export const typeFiles = ${JSON.stringify(await bundleTypes())}` : undefined
    },
  }
}
