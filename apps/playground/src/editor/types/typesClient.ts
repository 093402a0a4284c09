import { wrap, type Remote } from 'comlink'

import type { PluginTypes } from './pluginTypes.ts'

/** What the editor asks of TypeScript. It answers when it can: nothing waits for it. */
export type TypesClient = Remote<PluginTypes>

let client: TypesClient | null = null

/** The worker with TypeScript in it: started with the first editor, and kept, because starting it takes seconds. */
export function getTypes(): TypesClient {
  client ??= wrap<PluginTypes>(
    new Worker(new URL('./typesWorker.ts', import.meta.url), { type: 'module', name: 'types' }),
  )
  return client
}
