import { describeContainment, describeRuntimeContract, hostileGuests } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

const limits = { wallMs: { load: 600, render: 400, event: 400 }, graceMs: 150 }

describeRuntimeContract({
  name: 'QuickJS in browser workers',
  createRuntime: ({ now }) => createQuickJSRuntime({ now }),
})

describeContainment({
  name: 'QuickJS in browser workers',
  defence: 'watchdog',
  limits,
  // What stays inside the VM is the same as in Node.js; what takes the worker with it is the browser's own.
  guests: hostileGuests.filter(({ needs }) => needs === 'watchdog'),
  createRuntime: ({ now }) => createQuickJSRuntime({ now }),
})
