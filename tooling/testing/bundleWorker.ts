import { fileURLToPath } from 'node:url'

import { build } from 'vite'

const ENTRY = fileURLToPath(new URL('../../packages/runtime-quickjs/src/worker/browserWorker.ts', import.meta.url))

let script: Promise<string> | undefined

/**
 * For tests that run in a browser: the script of the QuickJS worker as one file, as applications have it. The server of the
 * tests gives each module by itself, some hundred of them for every worker that is started.
 */
export function bundleWorker(): Promise<string> {
  script ??= bundle()
  return script
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['@plugboard/source', 'module', 'browser'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: ENTRY, formats: ['iife'], name: 'worker', fileName: 'worker' },
    },
  })
  const [result] = Array.isArray(built) ? built : [built]
  if (result === undefined || !('output' in result)) throw new Error('The worker was not bundled.')
  return result.output[0].code
}
