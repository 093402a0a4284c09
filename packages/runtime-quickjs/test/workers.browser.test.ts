import { describeContainment, describeRuntimeContract, hostileGuests } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { commands } from 'vitest/browser'

import { createBrowserEngine } from '../src/engine/browserEngine.ts'

declare module 'vitest/browser' {
  interface BrowserCommands {
    bundleWorker: () => Promise<string>
  }
}

// One compilation for all tests: what they are about comes after it.
const compiled = createBrowserEngine().compile()
const engine = { compile: () => compiled }

// As in applications: the tests' own server would be asked for each module of each worker.
const script = URL.createObjectURL(new Blob([await commands.bundleWorker()], { type: 'text/javascript' }))
const createWorker = (): Worker => new Worker(script, { name: 'plugboard' })

describeRuntimeContract({
  name: 'QuickJS in browser workers',
  createRuntime: ({ now }) => createQuickJSRuntime({ now, engine, createWorker }),
  limits: { fuel: { load: 60, render: 40, event: 40 } },
})

describeContainment({
  name: 'QuickJS in browser workers',
  defence: 'watchdog',
  // What stays inside the VM is the same as in Node.js; what takes the worker with it is the browser's own.
  guests: hostileGuests.filter(({ needs }) => needs === 'watchdog'),
  limits: { wallMs: { load: 3_000, render: 400, event: 400 }, graceMs: 100 },
  createRuntime: ({ now }) => createQuickJSRuntime({ now, engine, createWorker }),
})
