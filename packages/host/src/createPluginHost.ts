import { grantRequested, isOperator } from '@plugboard/capabilities'
import { resolveLimits, type InstanceId, type RuntimeState } from '@plugboard/contracts'
import { createPluginSlice } from '@plugboard/store-core'
import { nanoid } from '@reduxjs/toolkit'

import { CommandRunner } from './commandRunner.ts'
import { collectDiagnostics } from './commands/collectDiagnostics.ts'
import { restartPlugin } from './commands/restartPlugin.ts'
import { togglePlugin } from './commands/togglePlugin.ts'
import { describeDomains, describeInstance } from './hostDescription.ts'
import { HostEvents, type PluginHostEvents } from './hostEvents.ts'
import { HostInstances } from './hostInstances.ts'
import { shareHostParts } from './hostParts.ts'
import {
  checkEnabled,
  checkGrants,
  parseDelivery,
  parseInvokeRequest,
  parseLoadInstanceRequest,
  parseOpenRequest,
  parseReloadInstanceRequest,
} from './hostRequests.ts'
import { HostUndo } from './hostUndo.ts'
import { IntentDispatcher, stamp } from './intentDispatcher.ts'
import { Listeners } from './listeners.ts'
import { listenToRuntime } from './listenToRuntime.ts'
import { checkManifest, createInstanceCode, PackageCatalog } from './packageCatalog.ts'
import { CodeBook } from './past/codeBook.ts'
import { HostRewind } from './past/hostRewind.ts'
import { PluginHolds } from './pluginHolds.ts'
import type { PluginHost } from './pluginHost.ts'
import { PluginHostError } from './pluginHostError.ts'
import type { PluginHostOptions } from './pluginHostOptions.ts'
import { createHostSelectors } from './pluginHostSelectors.ts'
import { createRandomSeed } from './randomSeed.ts'
import { RenderScheduler } from './renderScheduler.ts'
import { runtimeMetrics } from './runtimeMetrics.ts'
import { runtimeRegistry } from './runtimeRegistry.ts'
import type { SessionContext } from './sessionContext.ts'
import { StoreLink } from './storeLink.ts'
import { TraceStream } from './traceStream.ts'
import { createWidgetLease } from './widgetLease.ts'
import { planRestore } from './workspace/restorePlan.ts'
import { parseSavedInstance } from './workspace/savedInstance.ts'

/**
 * Makes a host around a runtime. Shaped like RTK Query's `createApi`: mount `reducer` and `middleware`, then load.
 *
 * @throws PluginHostError `INVALID_MANIFEST`, or PluginStoreError, when an option cannot be used.
 *
 * @example
 * const host = createPluginHost({ runtime, packages })
 * const store = configureStore({
 *   reducer: { [host.reducerPath]: host.reducer },
 *   middleware: (getDefault) => getDefault().concat(host.middleware),
 * })
 * const instanceId = await host.load({ packageId: 'counter' })
 */
export function createPluginHost<Path extends string = 'plugins'>(options: PluginHostOptions<Path>): PluginHost<Path> {
  const { runtime, policy = grantRequested, maxInstancesPerPackage = 10, now = Date.now } = options
  // Without a path of its own the type parameter is its default.
  const reducerPath = options.reducerPath ?? ('plugins' as Path)
  const limits = resolveLimits(options.limits)
  const catalog = new PackageCatalog(options.packages ?? [])
  const events = new HostEvents()
  const onFault = (cause: unknown): void => events.emit('fault', { cause })
  const [changes, disposals] = [new Listeners(onFault), new Listeners(onFault)]
  let isDisposed = false

  const commands: CommandRunner = new CommandRunner({
    commands: options.systemCommands ?? [restartPlugin, togglePlugin, collectDiagnostics],
    mayTarget:
      options.commandTargets ??
      (({ caller }) => instances.get(caller.instanceId).code.isTrusted && isOperator(policy, caller.packageId)),
    isAlive: (instanceId) => instances.sessions.has(instanceId),
    hostFor: (caller, causeSeq) => ({
      restart: (instanceId) => instances.get(instanceId).restart(causeSeq),
      setEnabled: (instanceId, enabled) => setEnabled(instanceId, enabled, causeSeq),
      readState: () => link.state,
      readHealth: () => runtime.health(),
      report: (report) => events.emit('diagnostics', { caller, report }),
    }),
    onFault: (cause, instanceId) => events.emit('fault', { instanceId, cause }),
  })
  const derivedDomains = [runtimeRegistry, runtimeMetrics, ...(options.derivedDomains ?? [])]
  const slice = createPluginSlice({
    localReducers: { ...catalog.localReducers, ...options.localReducers },
    sharedDomains: options.sharedDomains ?? [],
    derivedDomains,
    commands: commands.names,
    ...(options.traceLimit === undefined ? {} : { traceLimit: options.traceLimit }),
    onDefect: (cause) => events.emit('fault', { cause }),
  })
  const onChange = (): void => {
    scheduler.request()
    changes.tellAll()
    traces.notice()
  }
  const link: StoreLink = new StoreLink({ reducerPath, slice, onChange, onFault })
  const readState = (): RuntimeState | null => (link.isConnected ? link.state : null)
  const scheduler = new RenderScheduler({ targets: () => instances.sessions.values(), readState })
  const traces = new TraceStream({ readState, onFault })
  const undos = new HostUndo({ slice, link, now })
  const rewinds = new HostRewind({ slice, link, sessions: () => instances.sessions.values(), now })
  const codes = new CodeBook()
  const intents = new IntentDispatcher({ slice, link, commands, now, createDispatchId: nanoid })
  const createSeed = options.createSeed ?? (() => createRandomSeed(now()))
  const context: SessionContext = {
    runtime,
    slice,
    link,
    intents,
    scheduler,
    events,
    derivedDomains: derivedDomains.map(({ name }) => name),
    now,
    createSeed,
  }
  const instances: HostInstances = new HostInstances({
    catalog,
    codes,
    policy,
    limits,
    maxInstancesPerPackage,
    context,
  })
  const { sessions } = instances
  const stopListening = listenToRuntime({ runtime, sessions, events })
  const holds = new PluginHolds({
    start: (request) => {
      const session = instances.add(request)
      // Who opened it looks at its record; a failed load is told there.
      session.start().catch(() => undefined)
      return session.instanceId
    },
    isAlive: (instanceId) => instances.sessions.has(instanceId),
    unload: (instanceId) => instances.end(instanceId),
  })

  function setEnabled(instanceId: InstanceId, enabled: boolean, causeSeq: number | null): void {
    instances.get(instanceId)
    link.dispatch(slice.actions.instanceEnabledChanged({ instanceId, enabled }, { causeSeq, timestamp: now() }))
  }

  const host: PluginHost<Path> = {
    reducerPath,
    reducer: slice.reducer,
    middleware: link.middleware,
    selectors: createHostSelectors(reducerPath, slice.selectors),
    domains: describeDomains(options.sharedDomains ?? [], derivedDomains),
    commands: Object.freeze([...commands.names]),
    describe(instanceId) {
      const session = sessions.get(instanceId)
      return session === undefined ? undefined : describeInstance(session)
    },
    async load(request) {
      const session = instances.add(parseLoadInstanceRequest(request))
      await session.start()
      return session.instanceId
    },
    async restore(saved) {
      const plan = planRestore(parseSavedInstance(saved), { catalog, limits, policy })
      await instances.restore(plan)
      return plan.identity.instanceId
    },
    async unload(instanceId) {
      await instances.end(instanceId)
    },
    async restart(instanceId) {
      await instances.get(instanceId).restart(null)
    },
    async reload(instanceId, request) {
      const session = instances.get(instanceId)
      const parsed = parseReloadInstanceRequest(request)
      const { packageId } = session.identity
      const manifest = parsed.manifest === undefined ? null : checkManifest(parsed.manifest, packageId)
      const { code, sourceMap, state = 'keep' } = parsed
      const { migrate = catalog.findMigration(packageId, manifest?.stateVersion) } = parsed
      const next = createInstanceCode(code, sourceMap, manifest, parsed.trusted)
      codes.keep(instanceId, next)
      return { state: await session.reload(next, { wish: state, migrate }) }
    },
    async deliver(instanceId, delivery) {
      const session = instances.get(instanceId)
      return session.events.deliver(parseDelivery(delivery))
    },
    async invoke(instanceId, request) {
      const session = instances.get(instanceId)
      return session.events.invoke(parseInvokeRequest(request))
    },
    setEnabled(instanceId, enabled) {
      checkEnabled(enabled)
      setEnabled(instanceId, enabled, null)
    },
    setGrants(instanceId, grants) {
      instances.get(instanceId)
      checkGrants(grants)
      link.dispatch(
        slice.actions.grantsChanged({ instanceId, grants, by: 'user' }, { causeSeq: null, timestamp: now() }),
      )
    },
    replayIntent(seq) {
      const record = Number.isSafeInteger(seq) ? slice.selectors.selectTraceRecord(link.state, seq) : undefined
      if (record?.kind !== 'dispatch' || record.instanceId === undefined) {
        throw new PluginHostError({
          code: 'UNKNOWN_RECORD',
          message: `Record ${String(seq)} is no intent, or has left the trace: there is nothing to send again.`,
        })
      }
      const { identity } = instances.get(record.instanceId)
      return intents.dispatch(identity, stamp(record.intent, { ...identity, source: record.source }), seq)
    },
    previewUndo: (instanceId, sinceSeq) => undos.preview(instanceId, sinceSeq),
    undo: (instanceId, sinceSeq, undoOptions) => undos.undo(instanceId, sinceSeq, undoOptions),
    redo: (undoSeq) => undos.redo(undoSeq),
    previewContinue: (seq) => rewinds.preview(seq),
    continueFrom: (seq) => rewinds.continueFrom(seq),
    lease: (instanceId, widgetId) =>
      createWidgetLease({ instanceId, widgetId, session: sessions.get(instanceId), context }),
    open: (ticket, request) => holds.open(ticket, parseOpenRequest(ticket, request)),
    on: (event, listener) =>
      event === 'trace'
        ? traces.subscribe(listener as (records: PluginHostEvents['trace']) => void) // As its name says.
        : events.on(event, listener),
    async dispose() {
      if (isDisposed) return
      isDisposed = true
      disposals.tellAll()
      await instances.endAll()
      stopListening()
      traces.flush()
      traces.clear()
      events.clear()
    },
    [Symbol.asyncDispose]: () => host.dispose(),
  }
  Object.freeze(host)
  shareHostParts(host, {
    link,
    sessions,
    slice,
    runtime,
    codes,
    sharedDomains: new Map(options.sharedDomains?.map((domain) => [domain.name, domain])),
    catalog,
    policy,
    limits,
    maxInstancesPerPackage,
    restore: (plan) => instances.restore(plan),
    restoreDomains(domains) {
      link.dispatch(slice.actions.domainsRestored({ domains }, { causeSeq: null, timestamp: now() }))
    },
    unload: (instanceId) => instances.end(instanceId),
    onChange: (listener) => changes.add(listener),
    onDispose: (listener) => disposals.add(listener),
    onFault,
  })
  return host
}
