import { defineConfig } from 'vitest/config'

export default defineConfig({
  ssr: { resolve: { conditions: ['@plugboard/source', 'module', 'node', 'development|production'] } },
  test: { root: import.meta.dirname, include: ['*.fault.ts'] },
})
