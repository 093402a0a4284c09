import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig(({ command }) => ({
  plugins: [react()],
  // the dev server runs the packages' sources, so nothing has to be built first; the build takes what they publish
  resolve: command === 'serve' ? { conditions: ['@plugboard/source', ...defaultClientConditions] } : {},
  optimizeDeps: { exclude: ['@jitl/quickjs-wasmfile-release-sync', 'quickjs-emscripten-core'] },
  worker: { format: 'es' },
  preview: { port: 4173, strictPort: true },
}))
