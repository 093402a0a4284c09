import { setImmediate } from 'node:timers/promises'

import {
  createInstanceId,
  type CapabilityGrants,
  type CapabilityRequest,
  type GuestSeed,
  type InstanceId,
  type PackageId,
  type PackageManifest,
  type RuntimeState,
  type TraceRecord,
} from '@plugboard/contracts'
import {
  createHostStore,
  createPluginHost,
  createQuietRuntime,
  PluginHostError,
  type PluginHost,
  type QuietRuntime,
} from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import type { CallerFrames } from './callerFrames.ts'
import { FailureLog } from './failureLog.ts'
import type { MountOptions } from './mountOptions.ts'
import type { LoadedSource } from './pluginSource.ts'
import { PluginTestError } from './pluginTestError.ts'
import { createTestDomain, TEST_WRITER, WRITER_CODE } from './testDomains.ts'

/** What a plugin is mounted on: a host with a store and a runtime of its own. */
export interface PluginBench {
  readonly host: PluginHost
  readonly runtime: QuietRuntime
  readonly failures: FailureLog
  readonly packageId: PackageId
  readonly state: () => RuntimeState
  /** All that the host recorded: its own trace forgets the oldest. */
  readonly trace: readonly TraceRecord[]
  dispose(): Promise<void>
}

export interface BenchOptions {
  readonly source: LoadedSource
  readonly options: MountOptions
  readonly now: () => number
}

/** Makes a host that lists the plugin. @throws PluginTestError `NOT_MOUNTED` when an option cannot be used. */
export function createBench({ now, options, source }: BenchOptions): PluginBench {
  const { domains = [], limits, localReducer, random = 1, shared = {}, timeZone, worker = false } = options
  const failures = new FailureLog(source)
  const inner = createQuickJSRuntime(worker ? { standby: false } : { placement: 'inline' })
  // Not the global: a test that fakes the timers of its own code does not stop the host's.
  const runtime = createQuietRuntime(inner, { nextTurn: () => setImmediate() })
  const manifest = manifestOf(options)
  const { code, sourceMap } = source
  const createSeed = (): GuestSeed => ({ random, epochMs: now(), ...(timeZone === undefined ? {} : { timeZone }) })
  const host = mount(() =>
    createPluginHost({
      runtime,
      now,
      createSeed,
      sharedDomains: [...domains, ...Object.entries(shared).map(([name, value]) => createTestDomain(name, value))],
      packages: [
        {
          manifest,
          code,
          ...(sourceMap === undefined ? {} : { sourceMap }),
          ...(localReducer === undefined ? {} : { localReducer }),
        },
        {
          manifest: { apiVersion: 1, packageId: TEST_WRITER, title: TEST_WRITER, capabilities: {} },
          code: WRITER_CODE,
        },
      ],
      ...(limits === undefined ? {} : { limits }),
    }),
  )
  const store = createHostStore(host)
  const trace: TraceRecord[] = []
  host.on('trace', (records) => {
    for (const record of records) trace.push(record)
  })
  host.on('error', ({ error }) => failures.notePlugin(error))
  host.on('fault', ({ cause }) => failures.noteFault(cause))
  return {
    host,
    runtime,
    failures,
    packageId: manifest.packageId,
    state: () => store.getState().plugins,
    trace,
    async dispose() {
      await host.dispose()
      await runtime[Symbol.asyncDispose]()
    },
  }
}

/** Starts the plugin. @throws PluginTestError `PLUGIN_FAILED` when it did not load, `NOT_MOUNTED`. */
export async function startPlugin(
  bench: PluginBench,
  { caller, grants, manifest, state }: MountOptions & { readonly caller: CallerFrames },
): Promise<InstanceId> {
  const instanceId = createInstanceId(bench.packageId)
  try {
    return await bench.host.restore({
      instanceId,
      grants: completeGrants(grants ?? manifest?.capabilities ?? {}),
      ...(state === undefined ? {} : { state }),
      ...(state === undefined || manifest?.stateVersion === undefined ? {} : { stateVersion: manifest.stateVersion }),
    })
  } catch (thrown) {
    if (!(thrown instanceof PluginHostError)) throw thrown
    if (thrown.instanceId === undefined) throw new PluginTestError('NOT_MOUNTED', thrown.message, { cause: thrown })
    throw bench.failures.createPluginError(thrown, caller)
  }
}

/** Grants in which a list that is left out is empty. */
export function completeGrants({ components, readShared, systemCommands, writeShared }: Wishes): CapabilityGrants {
  return {
    readShared: readShared ?? [],
    writeShared: writeShared ?? [],
    systemCommands: systemCommands ?? [],
    ...(components === undefined ? {} : { components }),
  }
}

type Wishes = Partial<CapabilityGrants> | CapabilityRequest

function manifestOf({ manifest, packageId }: MountOptions): PackageManifest {
  if (manifest !== undefined) return packageId === undefined ? manifest : { ...manifest, packageId }
  const id = packageId ?? 'plugin-under-test'
  return { apiVersion: 1, packageId: id, title: id, capabilities: {} }
}

/** What the options make a host refuse is the test's to mend. */
function mount<T>(make: () => T): T {
  try {
    return make()
  } catch (cause) {
    throw new PluginTestError('NOT_MOUNTED', cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
