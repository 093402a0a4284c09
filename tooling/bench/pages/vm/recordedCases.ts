import { createInstanceId, NO_GRANTS, type JsonValue, type PluginView } from '@plugboard/contracts'
import { createRecorder } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import { code as counterCode } from '../../plugins/counter/guest.tsx?guest'
import { timeEach, type VmCase } from './vmCase.ts'
import { VM_WORKLOADS } from './vmWorkloads.ts'

const RUNS = 20

/** The same calls through a recorder, while it records and while it does not: in process, where they take the least. */
export async function createRecordedCases(): Promise<readonly VmCase[]> {
  const recorder = createRecorder({ runtime: createQuickJSRuntime({ placement: 'inline' }) })
  const { runtime } = recorder
  const packageId = 'counter'
  const instanceId = createInstanceId(packageId)
  const globalState = { self: { packageId, instanceId }, shared: {} }
  const viewOf = (pluginState: JsonValue): PluginView => ({ pluginState, globalState, grants: NO_GRANTS })
  await runtime.load({ packageId, instanceId, code: counterCode, trusted: true })
  let value = 0
  const render = (): Promise<unknown> =>
    runtime.call(instanceId, { kind: 'render', widgetId: 'main', view: viewOf({ value: (value += 1) }) })
  const event = { type: 'press', args: null } as const
  const press = (): Promise<unknown> =>
    runtime.call(instanceId, { kind: 'event', widgetId: 'main', handler: 'add', event, view: viewOf({ value: 0 }) })
  // A recording for each sample: none is ever full, and the fresh VM that it begins with is no part of the time.
  const recorded = async (call: () => Promise<unknown>): Promise<number> => {
    recorder.start()
    await call()
    const time = await timeEach(RUNS, call)
    if (recorder.stop().entries.length !== RUNS + 2) throw new Error('not every call was recorded')
    return time
  }
  return [
    { workload: VM_WORKLOADS.press, variant: 'recorded', run: () => recorded(press) },
    { workload: VM_WORKLOADS.press, variant: 'recorder, idle', run: () => timeEach(RUNS, press) },
    { workload: VM_WORKLOADS.render, variant: 'recorded', run: () => recorded(render) },
    { workload: VM_WORKLOADS.render, variant: 'recorder, idle', run: () => timeEach(RUNS, render) },
  ]
}
