import { globSync } from 'node:fs'

import { startEarly } from '@plugboard/runtime-quickjs/vite'

// the samples of the READMEs that are written for a bundler are entries of their own
export default {
  plugins: [startEarly()],
  worker: { format: 'es' },
  build: { rollupOptions: { input: ['index.html', ...globSync('src/readme/*.ts')] } },
}
