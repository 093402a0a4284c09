import { describeContainment, describeRuntimeContract, hostileGuests } from '@plugboard/contract-tests'

import { createNodeEngine } from '../src/engine/nodeEngine.ts'
import { QuickJSRuntimeService } from '../src/service/QuickJSRuntimeService.ts'

// One compilation for all tests: what they are about comes after it.
const compiled = createNodeEngine().compile()

describeRuntimeContract({
  name: 'QuickJSRuntimeService, VMs as images in one engine',
  createRuntime: ({ now }) => new QuickJSRuntimeService({ engine: { compile: () => compiled }, now }),
  limits: { fuel: { load: 60, render: 40, event: 40 } },
})

describeRuntimeContract({
  name: 'QuickJSRuntimeService, an engine for each VM',
  createRuntime: ({ now }) => new QuickJSRuntimeService({ engine: { compile: () => compiled }, now, images: false }),
  limits: { fuel: { load: 60, render: 40, event: 40 } },
})

// What only a worker's end can stop is run against workers.
for (const images of [true, false]) {
  describeContainment({
    name: images ? 'An engine that VMs share in time' : 'An engine for each VM',
    defence: 'vm',
    guests: hostileGuests.filter(({ needs }) => needs !== 'watchdog'),
    createRuntime: ({ now }) => new QuickJSRuntimeService({ engine: { compile: () => compiled }, now, images }),
    limits: { fuel: { load: 60, render: 40, event: 40 } },
  })
}
