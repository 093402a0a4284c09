import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

/**
 * What the page may do: its own files, and WebAssembly. The development server needs inline scripts and styles for hot
 * reloading, so the policy is part of the build only.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}

export default defineConfig(({ command }) => ({
  plugins: [react(), contentSecurityPolicy()],
  // The development server runs the packages' sources, so nothing has to be built first; the build takes what they publish.
  resolve: command === 'serve' ? { conditions: ['@plugboard/source', ...defaultClientConditions] } : {},
  optimizeDeps: { exclude: ['@jitl/quickjs-wasmfile-release-sync', 'quickjs-emscripten-core'] },
  worker: { format: 'es' },
  // Files only: the policy above allows no data: fonts.
  build: { assetsInlineLimit: 0 },
  preview: { port: 4173, strictPort: true },
}))
