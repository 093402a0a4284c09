import { createHash } from 'node:crypto'

import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

import { editorTypes } from './build/editorTypes.ts'
import { offline } from './build/offline.ts'
import { pluginPrelude } from './build/pluginPrelude.ts'
import { nodeFixtures } from './nodeFixtures.ts'

/**
 * What the page may do: its own files, WebAssembly, and those inline scripts. The development server needs inline scripts
 * and styles for hot reloading, so the policy is part of the build only. Who may frame the page cannot be said in the
 * page: a server says that, by a header (see the README).
 */
function describePolicy(scripts: readonly string[]): string {
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** `scripts` is read when the page is written, after the plugins before this one have put theirs into it. */
function contentSecurityPolicy(scripts: readonly string[]): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: describePolicy(scripts) },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}

/** The worker of the plugins starts with the page. Only a build has it: it is taken from what the packages publish. */
async function startPluginsEarly(scripts: string[]): Promise<Plugin> {
  const { startEarly } = await import('@plugboard/runtime-quickjs/vite')
  // Neither the gallery nor a link that nobody has agreed to needs a VM.
  return startEarly({ onScript: (text) => scripts.push(text), exceptAt: ['#gallery', '#w='] })
}

export default defineConfig(({ command }) => {
  const scripts: string[] = []
  return {
    plugins: [
      react(),
      nodeFixtures(),
      pluginPrelude(),
      editorTypes(),
      command === 'build' && startPluginsEarly(scripts),
      contentSecurityPolicy(scripts),
      offline(),
    ],
    // The development server runs the packages' sources, so nothing has to be built first; the build takes what they publish.
    resolve: command === 'serve' ? { conditions: ['@plugboard/source', ...defaultClientConditions] } : {},
    optimizeDeps: {
      exclude: ['@jitl/quickjs-wasmfile-release-sync', 'quickjs-emscripten-core'],
      // What workers import is looked for at the start too: found later, it would load the page anew.
      entries: ['index.html', 'src/**/*Worker.ts'],
    },
    worker: { format: 'es', plugins: () => [pluginPrelude(), editorTypes()] },
    // Files only: the policy above allows no data: fonts.
    build: { assetsInlineLimit: 0 },
    preview: { port: 4173, strictPort: true },
  }
})
