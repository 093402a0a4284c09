import { createHostStore, createPluginHost } from '@plugboard/host'
import { openWorkspace } from '@plugboard/host/workspace'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'

const code = `definePlugin(({ ui }) => ({
  title: 'Note',
  initialState: { text: 'Nothing yet' },
  widgets: { main: { render: ({ pluginState }) => ui.text(pluginState.text) } },
}))`

// In a browser: createIndexedDBStorage() of '@plugboard/storage/browser'.
const place = createMemoryPlace()

/** What one run of an application does, from its start to its end. */
async function run(): Promise<readonly string[]> {
  await using runtime = createQuickJSRuntime()
  await using host = createPluginHost({ runtime })
  const store = createHostStore(host)
  await using workspace = await openWorkspace({ host, storage: createMemoryStorage({ place }) })

  for (const { message } of workspace.problems) console.warn(message)
  if (workspace.isNew) await host.load({ packageId: 'note', code })
  await workspace.flush() // From here on it survives a crash.
  return host.selectors.selectInstances(store.getState()).map(({ instanceId }) => instanceId)
}

export const [first] = await run()
export const [again] = await run() // The same instance.
