import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'

/** The code that a bundler makes of a sample: one script, as a VM takes it. */
export async function bundleSample(name: string, { minify = false } = {}): Promise<string> {
  await using bundle = await rolldown({
    input: fileURLToPath(new URL(`./samples/${name}`, import.meta.url)),
    platform: 'neutral',
    tsconfig: false,
    resolve: { conditionNames: ['@plugboard/source', 'import', 'default'] },
    transform: { jsx: { runtime: 'automatic', importSource: '@plugboard/sdk', development: false } },
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'iife', minify })
  return output[0].code
}
