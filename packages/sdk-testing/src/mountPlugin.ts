import type { InstanceId, JsonValue, LogLine, PluginSurface } from '@plugboard/contracts'
import type { InvokeOutcome } from '@plugboard/host'

import { captureCaller } from './callerFrames.ts'
import { createFakeClock } from './fakeClock.ts'
import type { InvokedValue, MountedPlugin, TracedIntent } from './mountedPlugin.ts'
import type { MountOptions } from './mountOptions.ts'
import { findNodes, getNode } from './nodeQueries.ts'
import { openWidget } from './openWidget.ts'
import { Person } from './person.ts'
import { completeGrants, createBench, type PluginBench, startPlugin } from './pluginBench.ts'
import { type PluginSourceInput, readPluginSource } from './pluginSource.ts'
import { PluginTestError } from './pluginTestError.ts'
import { createTestWriter } from './testWriter.ts'

/**
 * Starts a plugin in a real VM, behind a real host: what is granted, reduced and refused is so as in an application. It
 * resolves when the plugin has drawn its first picture.
 *
 * A `URL` or a path is a file of the plugin's own, TypeScript and JSX too; it is bundled in memory. A script that is bundled
 * already is `{ code, sourceMap }`.
 *
 * @throws PluginTestError `NOT_BUNDLED`, `NOT_MOUNTED`; `PLUGIN_FAILED` when it does not load or draw.
 *
 * @example
 * await using counter = await mountPlugin(new URL('../src/counter.plugin.tsx', import.meta.url), {
 *   shared: { 'counter-summary': { totalValue: 0 } },
 *   grants: { readShared: ['counter-summary'] },
 * })
 * await counter.press('+1')
 * expect(counter.get('stat', 'This instance').value).toBe('1')
 * expect(counter.denials).toMatchObject([{ reason: 'missing-write-grant:counter-summary' }])
 */
export async function mountPlugin(source: PluginSourceInput, options: MountOptions = {}): Promise<MountedPlugin> {
  const caller = captureCaller(mountPlugin)
  const script = await readPluginSource(source, options.conditions)
  let restart = (): Promise<void> => Promise.resolve()
  const clock = createFakeClock(options.clock, () => restart())
  const bench = createBench({ source: script, options, now: () => clock.now })
  try {
    const instanceId = await startPlugin(bench, { ...options, caller })
    const plugin = createMountedPlugin({ bench, clock, instanceId, widgetId: chooseWidget(bench, instanceId, options) })
    restart = () => plugin.restart()
    await bench.runtime.settled()
    bench.failures.throwFirst(caller)
    return plugin
  } catch (thrown) {
    await bench.dispose()
    throw thrown
  }
}

interface MountedPluginParts {
  readonly bench: PluginBench
  readonly clock: MountedPlugin['clock']
  readonly instanceId: InstanceId
  readonly widgetId: string | null
}

function createMountedPlugin({ bench, clock, instanceId, widgetId }: MountedPluginParts): MountedPlugin {
  const { failures, host, runtime } = bench
  const logs: LogLine[] = []
  host.on('log', (line) => {
    if (line.instanceId === instanceId) logs.push(line)
  })
  const widget = openWidget({ host, instanceId, widgetId })
  const { snapshot, view } = widget
  const person = new Person({ view, snapshot })
  const writer = createTestWriter(bench)
  let isDisposed = false

  const root = (): { readonly plugins: ReturnType<PluginBench['state']> } => ({ plugins: bench.state() })
  const pluginView = () => host.selectors.selectPluginView(root(), instanceId)

  /** Does something, and waits for all that follows from it. */
  async function act(deed: () => void | Promise<void>): Promise<void> {
    const caller = captureCaller(act)
    if (isDisposed) throw new PluginTestError('DISPOSED', 'The plugin was disposed already. Mount it again.')
    await deed()
    await runtime.settled()
    failures.throwFirst(caller)
  }

  async function invoke<S extends PluginSurface>(
    surface: S,
    name: string,
    input: JsonValue = null,
  ): Promise<InvokedValue<S>> {
    const caller = captureCaller(invoke)
    let outcome: InvokeOutcome | undefined
    await act(async () => {
      outcome = await host.invoke(instanceId, { surface, name, input })
    })
    // Parsed by the runtime, as what such a surface answers.
    if (outcome?.outcome === 'answered') return outcome.value as unknown as InvokedValue<S>
    if (outcome?.outcome === 'failed') throw failures.createPluginError(outcome.error, caller)
    throw new PluginTestError('UNAVAILABLE', `Nobody was asked: ${outcome?.reason ?? 'the plugin is gone'}.`)
  }

  const intents = (): readonly TracedIntent[] =>
    bench.trace.flatMap((record) => {
      if (record.kind !== 'dispatch' || record.instanceId !== instanceId) return []
      const { intent, outcome, reason, source } = record
      return [
        {
          ...intent,
          outcome,
          ...(reason === undefined ? {} : { reason }),
          ...(source === undefined ? {} : { source }),
        },
      ]
    })

  const plugin: MountedPlugin = {
    press: (target, options) => act(() => person.press(target, options)),
    type: (label, text, options) =>
      act(() => person.fill(label, text, { ...options, kinds: ['input', 'textarea'], what: 'field to type into' })),
    select: (label, choice, options) =>
      act(() =>
        person.fill(label, choice, { ...options, kinds: ['select', 'radio', 'tabs'], what: 'field to choose in' }),
      ),
    check: (label, options) =>
      act(() => person.fill(label, true, { ...options, kinds: ['checkbox', 'switch'], what: 'checkbox or switch' })),
    uncheck: (label, options) =>
      act(() => person.fill(label, false, { ...options, kinds: ['checkbox', 'switch'], what: 'checkbox or switch' })),
    submit: (form, options) => act(() => person.submit(form, options)),
    close: (name) => act(() => person.close(name)),
    sort: (column, options) => act(() => person.sort(column, options)),
    emit: (handler, event) => act(() => widget.emit(handler, event)),

    getAll: (kind, match, options) => findNodes(snapshot().tree, { kind, match, ...options }),
    get: (kind, match, options) => getNode(snapshot().tree, { kind, match, ...options }),
    find: (kind, match, options) => findNodes(snapshot().tree, { kind, match, ...options })[0],
    text: () => view.text(),

    get tree() {
      return snapshot().tree
    },
    get issues() {
      return snapshot().issues
    },
    get error() {
      return snapshot().error
    },
    get state(): JsonValue {
      return host.selectors.selectPluginState(root(), instanceId) ?? null
    },
    get shared() {
      return pluginView()?.globalState.shared ?? {}
    },
    get intents() {
      return intents()
    },
    get denials() {
      return intents().filter(({ outcome }) => outcome === 'denied')
    },
    trace: bench.trace,
    logs,
    clock,
    instanceId,
    host,

    invoke,
    share: (domain, value) => act(() => writer.write(domain, 'share', value)),
    dispatchShared: (domain, actionType, payload) => act(() => writer.write(domain, actionType, payload)),
    domain: (name) => host.selectors.selectDomainValue(root(), name),
    setGrants: (grants) => act(() => host.setGrants(instanceId, completeGrants(grants))),
    setEnabled: (isEnabled) => act(() => host.setEnabled(instanceId, isEnabled)),
    restart: () => act(() => host.restart(instanceId)),
    settled: () => act(() => undefined),
    async dispose() {
      if (isDisposed) return
      isDisposed = true
      widget.close()
      await bench.dispose()
    },
    [Symbol.asyncDispose]: () => plugin.dispose(),
  }
  return plugin
}

/** Null where there is nothing to look at. @throws PluginTestError `NOT_MOUNTED` when the plugin has no such widget. */
function chooseWidget(bench: PluginBench, instanceId: InstanceId, { widget }: MountOptions): string | null {
  const widgets = bench.state().instances[instanceId]?.widgets ?? []
  const chosen = widget ?? (widgets.includes('main') ? 'main' : widgets[0])
  if (chosen === undefined) return null
  if (widgets.includes(chosen)) return chosen
  const there = widgets.length === 0 ? 'It has none' : `It has: ${widgets.join(', ')}`
  throw new PluginTestError('NOT_MOUNTED', `The plugin has no widget "${chosen}". ${there}.`)
}
