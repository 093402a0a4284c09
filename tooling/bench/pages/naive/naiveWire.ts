import type { JsonValue, UINode } from '@plugboard/contracts'

import type { NaiveEventCall, NaiveIntent, NaiveView } from './naivePlugin.ts'

interface Addressed {
  readonly id: number
  readonly instanceId: string
}

/** What is posted to the naive worker. */
export type NaiveRequest =
  | (Addressed & { readonly kind: 'load'; readonly code: string })
  | (Addressed & { readonly kind: 'render'; readonly widgetId: string; readonly view: NaiveView })
  | (Addressed & NaiveEventCall & { readonly kind: 'event' })

/** What it posts back: whatever the engine gave, cloned. */
export type NaiveAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }

type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (cause: Error) => void }

/** The page's end of one naive worker. */
export class NaiveWorker {
  readonly #worker = new Worker(new URL('./naive.worker.ts', import.meta.url), { type: 'module' })
  readonly #pending = new Map<number, Pending>()
  #last = 0

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<NaiveAnswer>) => {
      const pending = this.#pending.get(data.id)
      this.#pending.delete(data.id)
      if ('error' in data) pending?.reject(new Error(data.error))
      else pending?.resolve(data.value)
    })
    this.#worker.addEventListener('error', ({ message }) => console.error(`naive worker: ${message}`))
  }

  async load(instanceId: string, code: string): Promise<JsonValue> {
    return (await this.#ask({ kind: 'load', instanceId, code })) as JsonValue
  }

  async render(instanceId: string, widgetId: string, view: NaiveView): Promise<UINode> {
    return (await this.#ask({ kind: 'render', instanceId, widgetId, view })) as UINode
  }

  async event(instanceId: string, call: NaiveEventCall): Promise<readonly NaiveIntent[]> {
    return (await this.#ask({ kind: 'event', instanceId, ...call })) as readonly NaiveIntent[]
  }

  terminate(): void {
    this.#worker.terminate()
  }

  #ask(request: WithoutId<NaiveRequest>): Promise<unknown> {
    const id = (this.#last += 1)
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      this.#worker.postMessage({ id, ...request })
    })
  }
}

type WithoutId<R> = R extends unknown ? Omit<R, 'id'> : never
