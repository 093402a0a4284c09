import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig(({ command }) => ({
  plugins: [react()],
  // In this repository the development server runs the packages' sources. An application of yours needs no such line.
  resolve: command === 'serve' ? { conditions: ['@plugboard/source', ...defaultClientConditions] } : {},
  // The engine finds its WebAssembly file beside itself.
  optimizeDeps: { exclude: ['@jitl/quickjs-wasmfile-release-sync', 'quickjs-emscripten-core'] },
  worker: { format: 'es' as const },
}))
