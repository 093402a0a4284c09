import { createInstanceId, NO_GRANTS, PluginRuntimeError, resolveLimits } from '@plugboard/contracts'
import type {
  CapabilityGrants,
  EventResult,
  GuestSeed,
  JsonValue,
  LoadPluginRequest,
  LogLine,
  PluginLimits,
  RenderResult,
} from '@plugboard/contracts'

import { createNodeEngine } from '../src/engine/nodeEngine.ts'
import { VmPool } from '../src/service/VmPool.ts'
import { PluginVm } from '../src/vm/PluginVm.ts'
import type { VmHome } from '../src/vm/VmHome.ts'

/** One compilation for all tests of a file. */
export const compiled: Promise<WebAssembly.Module> = createNodeEngine().compile()

const pool = new VmPool({ compile: () => compiled, images: false })

/** What a test may set about one VM. */
export interface VmParts {
  readonly limits?: Partial<PluginLimits>
  readonly seed?: GuestSeed
  readonly request?: Partial<LoadPluginRequest>
  readonly now?: () => number
  readonly home?: VmHome
}

/** A started VM and short ways to call it. */
export interface VmKit {
  readonly vm: PluginVm
  readonly logs: LogLine[]
  readonly render: (state?: JsonValue, widgetId?: string) => RenderResult
  readonly press: (handler: string, args?: JsonValue, parts?: PressParts) => EventResult
}

export interface PressParts {
  readonly state?: JsonValue
  readonly grants?: Partial<CapabilityGrants>
  readonly widgetId?: string
}

/** Starts `code` in a VM of its own. The clock stands still unless the test moves it. */
export async function startVm(code: string, parts: VmParts = {}): Promise<VmKit> {
  const { seed = { random: 1, epochMs: 0 }, now = () => 0, request } = parts
  const limits = resolveLimits(parts.limits)
  const identity = { packageId: 'guest', instanceId: createInstanceId('guest') }
  const whole = { ...identity, code, ...request }
  const home = parts.home ?? (await pool.open(whole, limits))
  const logs: LogLine[] = []
  const vm = PluginVm.start({
    home,
    limits,
    seed,
    now,
    request: whole,
    writeLog: (line) => void logs.push(line),
  })
  const viewOf = (state: JsonValue, grants: Partial<CapabilityGrants> = {}) => ({
    pluginState: state,
    globalState: { self: identity, shared: {} },
    grants: { ...NO_GRANTS, ...grants },
  })
  return {
    vm,
    logs,
    render: (state = null, widgetId = 'main') => vm.render({ kind: 'render', widgetId, view: viewOf(state) }),
    press: (handler, args, { state = null, grants, widgetId = 'main' } = {}) =>
      vm.event({
        kind: 'event',
        widgetId,
        handler,
        event: { type: 'press', ...(args === undefined ? {} : { args }) },
        view: viewOf(state, grants),
      }),
  }
}

/** The error that `run` throws; fails the test when it throws none, or one that is not the runtime's. */
export function refusalOf(run: () => unknown): PluginRuntimeError {
  try {
    run()
  } catch (error) {
    if (error instanceof PluginRuntimeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** As {@link refusalOf}, for promises. */
export async function rejectionOf(promise: Promise<unknown>): Promise<PluginRuntimeError> {
  const [settled] = await Promise.allSettled([promise])
  if (settled.status === 'fulfilled') throw new Error('nothing was thrown')
  if (settled.reason instanceof PluginRuntimeError) return settled.reason
  throw settled.reason
}
