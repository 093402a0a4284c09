import { WIRE_VERSION } from '../protocol/wire.ts'
import type { WebWorkerLike } from './pluginWorker.ts'

/** What a page's head has started, before any other script was there. */
export interface EarlyStart {
  /** Runs this package's own script, and was told to start the engine. */
  readonly worker: WebWorkerLike
  readonly engine: Promise<WebAssembly.Module>
}

/** Under which name a page's head leaves it for the runtime that is created later. */
const NAME = 'plugboard.start'

/** Where the files of this package are served from. */
export interface EarlyScriptOptions {
  readonly workerUrl: string
  readonly wasmUrl: string
  /** Starts of `location.hash` with which nothing is started. Default none. */
  readonly exceptAt?: readonly string[]
}

/**
 * A script for the head of a page: starts a worker, compiles the engine, and leaves both where {@link takeEarlyStart}
 * looks. A worker that fails is not left there: the runtime then starts its own, and tells why where that fails too.
 */
export function writeEarlyScript({ workerUrl, wasmUrl, exceptAt = [] }: EarlyScriptOptions): string {
  const guard =
    exceptAt.length === 0
      ? ''
      : `  if ([${exceptAt.map(quote).join(', ')}].some((at) => location.hash.startsWith(at))) return\n`
  return `(() => {
${guard}  const name = Symbol.for(${quote(NAME)})
  const worker = new Worker(${quote(workerUrl)}, { type: 'module', name: 'plugboard' })
  const engine = WebAssembly.compileStreaming(fetch(${quote(wasmUrl)}, { credentials: 'same-origin' }))
  worker.addEventListener('error', () => delete globalThis[name])
  engine.then((module) => worker.postMessage({ type: 'prepare', version: ${WIRE_VERSION}, engine: module }), () => {})
  globalThis[name] = { worker, engine }
})()`
}

/** What the page's head has started; null where it has started nothing, or somebody has taken it already. */
export function takeEarlyStart(scope: object = globalThis): EarlyStart | null {
  const name = Symbol.for(NAME)
  // What is there was put there by the script above.
  const { [name]: early = null } = scope as { [name]?: EarlyStart }
  Reflect.deleteProperty(scope, name)
  return early
}

// "<" is written so that nothing can end the script.
function quote(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c')
}
