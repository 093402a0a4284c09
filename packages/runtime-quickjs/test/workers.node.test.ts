import { describeContainment, describeRuntimeContract } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const limits = { wallMs: { load: 600, render: 400, event: 400 }, graceMs: 150 }

describeRuntimeContract({
  name: 'QuickJS in Node.js workers',
  createRuntime: ({ now }) => createQuickJSRuntime({ now }),
})

describeContainment({
  name: 'QuickJS in Node.js workers',
  defence: 'watchdog',
  limits,
  createRuntime: ({ now }) => createQuickJSRuntime({ now }),
})
