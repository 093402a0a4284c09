import { expect, it } from 'vitest'

import { createBrowserEngine } from '../src/engine/browserEngine.ts'
import { QuickJSRuntimeService } from '../src/service/QuickJSRuntimeService.ts'
import { stressImages } from './imageStress.ts'

it.each([1, 2, 3])(
  'many instances in one memory agree with a native model over random turns, seed %i',
  async (seed) => {
    await using runtime = new QuickJSRuntimeService({ engine: createBrowserEngine() })
    expect(await stressImages(runtime, { instances: 24, activations: 1_000, seed })).toBeGreaterThan(900)
  },
)
