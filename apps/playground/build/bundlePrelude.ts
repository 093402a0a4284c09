import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'

/**
 * The SDK as one script whose value is a function: given the name of a module, it returns that module. The same text for
 * every plugin that is written in the page; it is made once, when the page is built.
 */
export async function bundlePrelude(): Promise<string> {
  await using bundle = await rolldown({
    input: fileURLToPath(new URL('preludeEntry.ts', import.meta.url)),
    platform: 'neutral',
    tsconfig: false,
    resolve: { conditionNames: ['@plugboard/source', 'import', 'default'], mainFields: ['module', 'main'] },
    onLog: (level, log) => {
      // Whatever the bundler warns of would be a fault inside the VM, far from here.
      if (level === 'warn') throw new Error(`The SDK cannot be bundled for the page: ${log.message}`)
    },
  })
  const { output } = await bundle.generate({ format: 'iife', name: 'sdk', minify: true, comments: false })
  return `(function(){${output[0].code.trim()};return sdk.require})()`
}
