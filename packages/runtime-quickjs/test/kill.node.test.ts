import type { Worker } from 'node:worker_threads'

import { createInstanceId } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { expect, it } from 'vitest'

import { createNodeWorker } from '../src/client/nodeWorkers.ts'
import { createNodeEngine } from '../src/engine/nodeEngine.ts'
import { describeKillFamily } from './killFamily.ts'

const compiled = createNodeEngine().compile()
const engine = { compile: () => compiled }

describeKillFamily({ name: 'Node.js workers', engine, createWorker: createNodeWorker })

it('has ended every thread once its disposal is over, the one in waiting too', async () => {
  const threads: Worker[] = []
  const runtime = createQuickJSRuntime({
    engine,
    createWorker: () => {
      const thread = createNodeWorker()
      threads.push(thread)
      return thread
    },
  })
  for (const packageId of ['one', 'two', 'three']) {
    await runtime.load({
      packageId,
      instanceId: createInstanceId(packageId),
      code: "definePlugin(({ ui }) => ({ id: 'a', title: 'A', widgets: { main: { render: () => ui.divider() } } }))",
    })
  }
  await runtime[Symbol.asyncDispose]()
  // The number of a thread that has exited.
  expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1, -1, -1])
}, 60_000)
