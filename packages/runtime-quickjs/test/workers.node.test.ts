import { describeContainment, describeRuntimeContract, hostileGuests } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import { createNodeEngine } from '../src/engine/nodeEngine.ts'

// One compilation for all tests: what they are about comes after it.
const compiled = createNodeEngine().compile()
const engine = { compile: () => compiled }

describeRuntimeContract({
  name: 'QuickJS in Node.js workers',
  createRuntime: ({ now }) => createQuickJSRuntime({ now, engine }),
  limits: { fuel: { load: 60, render: 40, event: 40 } },
})

describeContainment({
  name: 'QuickJS in Node.js workers',
  defence: 'watchdog',
  // Those that need less are run against the in-process service: a worker changes nothing for them.
  guests: hostileGuests.filter(({ needs }) => needs === 'watchdog'),
  limits: { wallMs: { load: 3_000, render: 400, event: 400 }, graceMs: 100 },
  createRuntime: ({ now }) => createQuickJSRuntime({ now, engine }),
})
