import type { InstanceId, JsonValue, LogLine, TraceRecord, WidgetSnapshot } from '@plugboard/contracts'
import { createTextView } from '@plugboard/text-renderer'

import { createFakeClock } from './fakeClock.ts'
import type { MountedPlugin, TracedIntent } from './mountedPlugin.ts'
import type { MountOptions } from './mountOptions.ts'
import { findNodes, getNode } from './nodeQueries.ts'
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
  const script = await readPluginSource(source, options.conditions)
  let restart = (): Promise<void> => Promise.resolve()
  const clock = createFakeClock(options.clock, () => restart())
  const bench = createBench({ source: script, options, now: () => clock.now })
  try {
    const instanceId = await startPlugin(bench, options)
    const plugin = createMountedPlugin({ bench, clock, instanceId, widgetId: chooseWidget(bench, instanceId, options) })
    restart = () => plugin.restart()
    await plugin.settled()
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
  readonly widgetId: string
}

function createMountedPlugin({ bench, clock, instanceId, widgetId }: MountedPluginParts): MountedPlugin {
  const { failures, host, runtime } = bench
  const logs: LogLine[] = []
  host.on('log', (line) => {
    if (line.instanceId === instanceId) logs.push(line)
  })
  const lease = host.lease(instanceId, widgetId)
  const view = createTextView({ source: host, instanceId, widgetId })
  const snapshot = (): WidgetSnapshot => lease.getSnapshot()
  const person = new Person({ view, snapshot })
  const writer = createTestWriter(bench)
  let isDisposed = false

  const root = (): { readonly plugins: ReturnType<PluginBench['state']> } => ({ plugins: bench.state() })
  const pluginView = () => host.selectors.selectPluginView(root(), instanceId)
  const trace = (): readonly TraceRecord[] => host.selectors.selectTrace(root())

  /** Does something, and waits for all that follows from it. */
  async function act(deed: () => void | Promise<void>): Promise<void> {
    if (isDisposed) throw new PluginTestError('DISPOSED', 'The plugin was disposed already. Mount it again.')
    await deed()
    await runtime.settled()
    failures.throwFirst()
  }

  const intents = (): readonly TracedIntent[] =>
    trace().flatMap((record) => {
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
    emit: (handler, event) => act(() => lease.emit(handler, event)),

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
    get trace() {
      return trace()
    },
    logs,
    clock,
    instanceId,
    host,

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
      view.close()
      lease.release()
      await bench.dispose()
    },
    [Symbol.asyncDispose]: () => plugin.dispose(),
  }
  return plugin
}

/** @throws PluginTestError `NOT_MOUNTED` when the plugin has no such widget. */
function chooseWidget(bench: PluginBench, instanceId: InstanceId, { widget }: MountOptions): string {
  const widgets = bench.state().instances[instanceId]?.widgets ?? []
  const chosen = widget ?? (widgets.includes('main') ? 'main' : widgets[0])
  if (chosen !== undefined && widgets.includes(chosen)) return chosen
  throw new PluginTestError(
    'NOT_MOUNTED',
    chosen === undefined
      ? 'The plugin has no widget, so there is nothing to look at.'
      : `The plugin has no widget "${chosen}". It has: ${widgets.join(', ')}.`,
  )
}
