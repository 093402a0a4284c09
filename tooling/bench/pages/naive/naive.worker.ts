import { workerScope } from '../shared/workerScope.ts'
import type { NaivePlugin } from './naivePlugin.ts'
import type { NaiveAnswer, NaiveRequest } from './naiveWire.ts'
import { createNaiveEngine, createQuickJSPlugin } from './quickjsPlugin.ts'

const engine = createNaiveEngine()
const plugins = new Map<string, NaivePlugin>()

workerScope.addEventListener('message', ({ data }: MessageEvent<NaiveRequest>) => {
  void answer(data)
})

async function answer(request: NaiveRequest): Promise<void> {
  const quickjs = await engine
  const { id, instanceId } = request
  const post = (message: NaiveAnswer): void => workerScope.postMessage(message)
  try {
    switch (request.kind) {
      case 'load': {
        const plugin = createQuickJSPlugin(quickjs, request.code)
        plugins.set(instanceId, plugin)
        return post({ id, value: plugin.initialState })
      }
      case 'render':
        return post({ id, value: pluginOf(instanceId).render(request.widgetId, request.view) })
      case 'event':
        return post({ id, value: pluginOf(instanceId).event(request) })
    }
  } catch (cause) {
    post({ id, error: String(cause) })
  }
}

function pluginOf(instanceId: string): NaivePlugin {
  const plugin = plugins.get(instanceId)
  if (plugin === undefined) throw new Error(`${instanceId} is not loaded`)
  return plugin
}
