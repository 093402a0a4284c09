import { describeRuntimeContract } from '@plugboard/contract-tests'

import { createNodeEngine } from '../src/engine/nodeEngine.ts'
import { QuickJSRuntimeService } from '../src/service/QuickJSRuntimeService.ts'

// One compilation for all tests: what they are about comes after it.
const compiled = createNodeEngine().compile()

describeRuntimeContract({
  name: 'QuickJSRuntimeService',
  createRuntime: ({ now }) => new QuickJSRuntimeService({ engine: { compile: () => compiled }, now }),
  limits: { fuel: { load: 60, render: 40, event: 40 } },
})
