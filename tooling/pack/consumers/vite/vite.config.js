import { globSync } from 'node:fs'

// the samples of the READMEs that are written for a bundler are entries of their own
export default {
  worker: { format: 'es' },
  build: { rollupOptions: { input: ['index.html', ...globSync('src/readme/*.ts')] } },
}
