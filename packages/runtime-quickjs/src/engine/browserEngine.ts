import type { EngineSource } from './engineSource.ts'

export interface BrowserEngineOptions {
  /** Where the engine's WebAssembly is served from; what the bundler made of this package's own file when absent. */
  readonly wasmUrl?: string | URL
  readonly fetch?: (url: string | URL, init: RequestInit) => Promise<Response>
}

/**
 * The engine from a URL. Works on a page and in a worker.
 *
 * The file is this package's own copy, at a relative URL, because that is the one form that bundlers rewrite in every
 * mode: Vite's dependency optimiser takes a package's name in `new URL` for a folder.
 */
export function createBrowserEngine(options: BrowserEngineOptions = {}): EngineSource {
  const {
    wasmUrl = new URL('../../wasm/emscripten-module.wasm', import.meta.url),
    fetch: load = (url, init) => fetch(url, init),
  } = options
  return {
    async compile() {
      const response = await load(wasmUrl, { credentials: 'same-origin' })
      if (!response.ok) throw new Error(`The engine's WebAssembly was answered with status ${response.status}.`)
      const isWasm = response.headers.get('content-type')?.startsWith('application/wasm') ?? false
      // Streaming insists on the media type; some servers do not know it.
      return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
    },
  }
}
