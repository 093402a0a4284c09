import { writeEarlyScript } from '../client/earlyStart.ts'
import type { BuiltPage, EarlyStartPlugin, HeadTag } from './vitePlugin.ts'

/** The modules of this package that know where its files are, from its sources or as it is published. */
const STARTER = /\/client\/browserWorkers\.[jt]s$/
const ENGINE = /\/engine\/browserEngine\.[jt]s$/

/**
 * Vite plugin: puts a few lines at the top of every built page whose script starts plugins. They start a worker with the
 * engine while the rest of the application is still on its way; `createQuickJSRuntime()` then takes that worker. In
 * the development server nothing changes.
 *
 * The lines are an inline script. Under a content security policy allow them by their hash: `onScript` is given each.
 *
 * @example
 * // vite.config.ts
 * export default defineConfig({ plugins: [startEarly()] })
 */
export function startEarly(options: StartEarlyOptions = {}): EarlyStartPlugin {
  let base = '/'
  return {
    name: 'plugboard-start-early',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, page) {
        const files = findFiles(page)
        if (files === null) return []
        const from = baseOf(base, page.path)
        const script = writeEarlyScript({
          workerUrl: from + files.worker,
          wasmUrl: from + files.wasm,
          exceptAt: options.exceptAt ?? [],
        })
        options.onScript?.(script)
        return [{ tag: 'script', children: script, injectTo: 'head-prepend' } satisfies HeadTag]
      },
    },
  }
}

/** Options of `startEarly`. */
export interface StartEarlyOptions {
  /** Is given the text of each script that is put into a page, before the page is written. */
  readonly onScript?: (text: string) => void
  /** Starts of the part of an address after the page, with its `#`, that need no plugins: there nothing is started. */
  readonly exceptAt?: readonly string[]
}

/** The files that a page's script starts plugins with; null where it starts none. */
function findFiles({ bundle = {}, chunk }: BuiltPage): { readonly worker: string; readonly wasm: string } | null {
  if (chunk === undefined) return null
  const chunks = new Set([chunk])
  for (const { imports } of chunks) {
    for (const name of imports) {
      const next = bundle[name]
      if (next?.type === 'chunk') chunks.add(next)
    }
  }
  const codeOf = (module: RegExp): string =>
    [...chunks].find(({ moduleIds }) => moduleIds.some((id) => module.test(id)))?.code ?? ''
  const find = (isFile: (name: string) => boolean): string | undefined =>
    Object.values(bundle).find(({ type, fileName }) => type === 'asset' && isFile(nameOf(fileName)))?.fileName
  const worker = find((name) => /\.m?js$/.test(name) && isStarted(codeOf(STARTER), name))
  const wasm = find((name) => name.endsWith('.wasm') && codeOf(ENGINE).includes(name))
  return worker === undefined || wasm === undefined ? null : { worker, wasm }
}

function nameOf(fileName: string): string {
  return fileName.slice(fileName.lastIndexOf('/') + 1)
}

/** Whether the code starts a worker from that file under this package's name: other workers may be in the same chunk. */
function isStarted(code: string, name: string): boolean {
  const at = code.indexOf(name)
  return at !== -1 && /^[^;{]*\{[^}]*name:\s*["'`]plugboard["'`]/.test(code.slice(at + name.length, at + 300))
}

/** A relative base is relative to the page. */
function baseOf(base: string, path: string): string {
  if (base !== '' && base !== './') return base
  const depth = path.replace(/^\//, '').split('/').length - 1
  return depth === 0 ? './' : '../'.repeat(depth)
}
