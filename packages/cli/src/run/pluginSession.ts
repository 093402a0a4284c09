import { setImmediate } from 'node:timers/promises'

import type {
  CapabilityGrants,
  Diagnostic,
  InstanceId,
  JsonValue,
  LogLine,
  Recording,
  RuntimePluginInstance,
} from '@plugboard/contracts'
import { toErrorShape } from '@plugboard/contracts'
import { createHostStore, createPluginHost, createQuietRuntime, type PluginHost } from '@plugboard/host'
import { createRecorder } from '@plugboard/host/recording'

import { cliDiagnostic } from '../cliDiagnostics.ts'
import type { CliIO } from '../cliIO.ts'
import { openRuntime } from './openRuntime.ts'
import type { RunTarget } from './runTarget.ts'

export interface PluginSessionOptions {
  readonly io: CliIO
  readonly target: RunTarget
  /** Whether the run is recorded from its first moment on. */
  readonly isRecorded: boolean
  readonly onLog: (line: LogLine) => void
}

/** One plugin that runs in its sandbox, in a worker, with a host of its own around it. */
export interface PluginSession extends AsyncDisposable {
  readonly host: PluginHost
  readonly instanceId: InstanceId
  /** What went wrong so far. */
  readonly failures: readonly Diagnostic[]
  /** Resolves when all that follows from what was done is done. */
  settled(): Promise<void>
  instance(): RuntimePluginInstance | undefined
  state(): JsonValue
  /** Reasons of what was refused, in order. */
  denials(): readonly string[]
  /** The run so far; undefined where it is not recorded. */
  recording(): Recording | undefined
}

/** Starts a plugin. One that does not load has a failure, and no widgets. */
export async function startSession({ io, isRecorded, onLog, target }: PluginSessionOptions): Promise<PluginSession> {
  const runtime = createQuietRuntime(await openRuntime(io), { nextTurn: () => setImmediate() })
  const recorder = createRecorder({ runtime })
  if (isRecorded) recorder.start()
  const host = createPluginHost({ runtime: recorder.runtime })
  const store = createHostStore(host)
  const failures: Diagnostic[] = []
  host.on('error', ({ error }) => failures.push(toFailure(error)))
  host.on('log', onLog)
  const { code, grants, manifest, sourceMap } = target
  const request = {
    packageId: manifest.id,
    code,
    ...(sourceMap === undefined ? {} : { sourceMap }),
    // Without a manifest it is code that nobody vouches for: it is placed alone, and has what it is given here.
    initialGrants: toCapabilityGrants(grants),
  }
  const instanceId = await host.load(request).catch((error: unknown) => {
    if (failures.length === 0) failures.push(toFailure(toErrorShape(error)))
    return ''
  })
  await runtime.settled()
  return {
    host,
    instanceId,
    failures,
    settled: () => runtime.settled(),
    instance: () => host.selectors.selectInstance(store.getState(), instanceId),
    state: () => host.selectors.selectPluginState(store.getState(), instanceId) ?? null,
    denials: () =>
      host.selectors
        .selectTrace(store.getState())
        .flatMap((record) => (record.kind === 'dispatch' && record.outcome === 'denied' ? [record.reason ?? ''] : [])),
    recording: () => (recorder.status === 'idle' ? undefined : recorder.stop()),
    async [Symbol.asyncDispose]() {
      await host.dispose()
      await runtime[Symbol.asyncDispose]()
    },
  }
}

/** Those that a host of widgets knows. */
function toCapabilityGrants({
  components,
  readShared,
  systemCommands,
  writeShared,
}: RunTarget['grants']): CapabilityGrants {
  return { readShared, writeShared, systemCommands, ...(components.length === 0 ? {} : { components }) }
}

function toFailure({ code, message, source }: ReturnType<typeof toErrorShape>): Diagnostic {
  const place = source === undefined ? {} : { path: `${source.line}:${source.column}` }
  return cliDiagnostic('plugin-failed', { message: `${code}: ${message}`, ...place })
}
