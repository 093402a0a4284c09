import { createInstanceId, NO_GRANTS } from '@plugboard/contracts'
import type { JsonValue, PluginLimits, PluginRuntime, PluginView, UINode } from '@plugboard/contracts'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import { INITIAL_COUNTER } from '../../plugins/counter/counter.ts'
import { code as counterCode } from '../../plugins/counter/guest.tsx?guest'
import { code as plainCode } from '../../plugins/counter/plain.guest.tsx?guest'
import { code as listCode } from '../../plugins/list/guest.tsx?guest'
import { code as troubleCode } from '../../plugins/trouble/guest.tsx?guest'
import { timeEach, type VmCase } from './vmCase.ts'
import { checkList, createChanges, createEditions, TURNS, VM_WORKLOADS } from './vmWorkloads.ts'

const VARIANT = 'plugboard'
const LIMITS: Partial<PluginLimits> = {
  wallMs: { load: 10_000, render: 10_000, event: 10_000 },
  fuel: { load: 10_000, render: 10_000, event: 10_000 },
}
const DEADLINE = 20

interface Loaded {
  readonly instanceId: string
  readonly viewOf: (pluginState: JsonValue) => PluginView
}

/** The cases of the runtime itself, in process: what a worker adds is the business of the other suites. */
export async function createPlugboardCases(): Promise<readonly VmCase[]> {
  const runtime = createQuickJSRuntime({ placement: 'inline', limits: LIMITS })
  const counter = await load(runtime, 'counter', counterCode)
  const plain = await load(runtime, 'plain', plainCode)
  const list = await load(runtime, 'list', listCode)
  const spinner = await load(runtime, 'trouble', troubleCode)
  const crowd = await Promise.all(Array.from({ length: 100 }, () => load(runtime, 'counter', counterCode)))
  const [edition, change] = [createEditions(), createChanges()]
  let [packages, value] = [0, 0]

  const startOne = async (packageId: string, code: string): Promise<number> => {
    const begun = performance.now()
    const started = await load(runtime, packageId, code)
    await render(runtime, started, { ...INITIAL_COUNTER })
    const time = performance.now() - begun
    await runtime.dispose(started.instanceId)
    return time
  }
  const renderList = async (next: () => JsonValue): Promise<number> => {
    let [state, tree]: [JsonValue, UINode | null] = [null, null]
    const time = await timeEach(4, async () => {
      state = next()
      tree = await render(runtime, list, state)
    })
    if (tree !== null) checkList(tree, state)
    return time
  }

  return [
    {
      workload: VM_WORKLOADS.start,
      variant: VARIANT,
      run: async () => {
        const times: number[] = []
        for (let run = 0; run < 5; run += 1) times.push(await startOne('counter', counterCode))
        return mean(times)
      },
    },
    {
      workload: VM_WORKLOADS.first,
      variant: VARIANT,
      run: () => startOne(`counter-${(packages += 1)}`, `${counterCode}\n// ${packages}`),
    },
    {
      workload: VM_WORKLOADS.render,
      variant: VARIANT,
      run: () => timeEach(20, () => render(runtime, counter, { value: (value += 1) })),
    },
    {
      workload: VM_WORKLOADS.plain,
      variant: VARIANT,
      run: () => timeEach(20, () => render(runtime, plain, { value: (value += 1) })),
    },
    {
      workload: VM_WORKLOADS.press,
      variant: VARIANT,
      run: () => timeEach(20, () => press(runtime, counter, 'add')),
    },
    { workload: VM_WORKLOADS.list, variant: VARIANT, run: () => renderList(edition) },
    { workload: VM_WORKLOADS.update, variant: VARIANT, run: () => renderList(change) },
    {
      workload: VM_WORKLOADS.swap,
      variant: VARIANT,
      run: () =>
        timeEach(50, async () => {
          const one = crowd[Math.floor(Math.random() * crowd.length)]
          if (one !== undefined) await render(runtime, one, { value: (value += 1) })
        }),
    },
    { workload: VM_WORKLOADS.stack, variant: VARIANT, run: () => recover(runtime, 'recurse') },
    { workload: VM_WORKLOADS.loop, variant: VARIANT, run: () => recover(runtime, 'loop') },
    { workload: VM_WORKLOADS.memory, variant: VARIANT, run: () => recover(runtime, 'hoard') },
    {
      workload: VM_WORKLOADS.interrupt,
      variant: VARIANT,
      run: () => timeEach(1, () => press(runtime, spinner, 'spin', { turns: TURNS })),
    },
    {
      workload: VM_WORKLOADS.overrun,
      variant: VARIANT,
      run: async () => {
        const limits = { wallMs: { load: 10_000, render: 10_000, event: DEADLINE } }
        const trouble = await load(runtime, 'trouble', troubleCode, limits)
        const time = await timeEach(1, () => expectFailure(press(runtime, trouble, 'loop')))
        await runtime.dispose(trouble.instanceId)
        return Math.max(0, time - DEADLINE)
      },
    },
  ]
}

/** An instance that was stopped once, and is asked again. A new one each time, so that none is quarantined. */
async function recover(runtime: PluginRuntime, handler: string): Promise<number> {
  const limits = { memoryBytes: 32 * 1024 * 1024, fuel: { load: 400, render: 200, event: 5 } }
  const trouble = await load(runtime, 'trouble', troubleCode, limits)
  await render(runtime, trouble, { value: 1 })
  await expectFailure(press(runtime, trouble, handler))
  let tree: UINode | null = null
  const time = await timeEach(1, async () => {
    tree = await render(runtime, trouble, { value: 2 })
  })
  if (!JSON.stringify(tree).includes('Still here: 2')) throw new Error(`no picture after ${handler}`)
  await runtime.dispose(trouble.instanceId)
  return time
}

async function expectFailure(call: Promise<unknown>): Promise<void> {
  const isAnswered = await call.then(
    () => true,
    () => false,
  )
  if (isAnswered) throw new Error('what should have been stopped came to an end')
}

async function load(
  runtime: PluginRuntime,
  packageId: string,
  code: string,
  limits: Partial<PluginLimits> = {},
): Promise<Loaded> {
  const instanceId = createInstanceId(packageId)
  await runtime.load({ packageId, instanceId, code, trusted: true, limits: { ...LIMITS, ...limits } })
  const globalState = { self: { packageId, instanceId }, shared: {} }
  return { instanceId, viewOf: (pluginState) => ({ pluginState, globalState, grants: NO_GRANTS }) }
}

async function render(runtime: PluginRuntime, { instanceId, viewOf }: Loaded, state: JsonValue): Promise<UINode> {
  const { tree } = await runtime.call(instanceId, { kind: 'render', widgetId: 'main', view: viewOf(state) })
  return tree
}

function press(runtime: PluginRuntime, one: Loaded, handler: string, args: JsonValue = null): Promise<unknown> {
  const { instanceId, viewOf } = one
  const event = { type: 'press', args } as const
  return runtime.call(instanceId, { kind: 'event', widgetId: 'main', handler, event, view: viewOf({ value: 0 }) })
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length
}
