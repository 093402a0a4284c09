import { expectTypeOf, it } from 'vitest'

import type * as browser from '../src/index.browser.ts'
import type * as node from '../src/index.ts'

it('has one signature for browsers and Node.js', () => {
  expectTypeOf<typeof browser.createQuickJSRuntime>().toEqualTypeOf<typeof node.createQuickJSRuntime>()
})

it('takes the workers of both platforms', () => {
  type CreateWorker = NonNullable<node.QuickJSRuntimeOptions['createWorker']>
  expectTypeOf<() => Worker>().toExtend<CreateWorker>()
  expectTypeOf<() => import('node:worker_threads').Worker>().toExtend<CreateWorker>()
})
