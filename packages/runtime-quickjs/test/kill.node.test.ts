import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
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

it('has ended every thread once its disposal is over', async () => {
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
  expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1, -1])
}, 60_000)

it('lets a process end that never loaded a plugin', async () => {
  const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url))
  const script = `const { createQuickJSRuntime } = await import(${JSON.stringify(entry)}); createQuickJSRuntime(); console.log('made')`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=@plugboard/source',
    '--input-type=module',
    '--eval',
    script,
  ])
  expect(stdout.trim()).toBe('made')
})
