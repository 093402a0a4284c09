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
  expect(await runInNode(`createQuickJSRuntime(); console.log('made')`)).toBe('made')
})

it.skipIf(!process.versions.v8.startsWith('13.'))(
  'keeps the machine code of WebAssembly as long as its module, in the V8 that may free it twice',
  async () => {
    // V8 says so on stdout whenever it decides to collect, and would decide so for every function that is compiled anew.
    // What else it says belongs to what it decided before: reading TypeScript takes WebAssembly as well.
    const trace = `setFlagsFromString('--stress-wasm-code-gc'); setFlagsFromString('--trace-wasm-code-gc')`
    const load = `runtime.load({ packageId: 'a', instanceId: 'a@1', code: 'for (;;) {}' })`
    const stdout = await runInNode(
      `const { setFlagsFromString } = await import('node:v8')
       const runtime = createQuickJSRuntime()
       ${trace}
       const { code } = await ${load}.catch((error) => error)
       await runtime[Symbol.asyncDispose]()
       console.log(code)`,
    )
    expect(stdout).toContain('RUNTIME_TIMEOUT')
    expect(stdout).not.toContain('Triggering GC')
    expect(stdout).not.toContain('Scheduling another GC')
  },
)

/** Runs the lines in a Node.js of their own, which has this package's sources; resolves with what it wrote. */
async function runInNode(lines: string): Promise<string> {
  const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=@plugboard/source',
    '--input-type=module',
    '--eval',
    `const { createQuickJSRuntime } = await import(${JSON.stringify(entry)}); ${lines}`,
  ])
  return stdout.trim()
}
