import { shareStructure } from '@plugboard/contracts'
import type { InputNode, UIEvent, UINode, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'

export interface LatencyWidgetSourceOptions {
  /** Shortest and longest time of a call to the plugin, in milliseconds; an event costs two calls. */
  readonly delay: readonly [number, number]
  /** Waits so many milliseconds. */
  readonly sleep: (time: number) => Promise<void>
  /** What the plugin makes of what was typed. */
  readonly transform?: (text: string) => string
  readonly initial?: string
  readonly notify?: InputNode['notify']
  readonly kind?: 'input' | 'textarea'
}

/** A source with one plugin that holds one field's text in its state, answering as late as it is told to. */
export interface LatencyWidgetSource extends WidgetSource {
  readonly state: () => string
  /** Handler calls so far. */
  readonly calls: () => readonly UIEvent[]
  /** Resolves when nothing waits and nothing runs. */
  readonly idle: () => Promise<void>
}

/** Behaves as the host does: one call at a time, changes of one field coalesce while nothing else came in between. */
export function createLatencyWidgetSource({
  delay: [shortest, longest],
  sleep,
  transform = (text) => text,
  initial = '',
  notify = 'input',
  kind = 'input',
}: LatencyWidgetSourceOptions): LatencyWidgetSource {
  const listeners = new Set<() => void>()
  const waiting: { readonly handler: string; readonly event: UIEvent }[] = []
  const calls: UIEvent[] = []
  let text = initial
  let snapshot: WidgetSnapshot = {
    status: 'ready',
    enabled: true,
    tree: treeOf(initial),
    issues: [],
    error: null,
    acknowledged: {},
  }
  let running: Promise<void> | null = null

  async function pump(): Promise<void> {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      // One call after the other is what is simulated.
      await call()
      calls.push(job.event)
      if (job.handler === 'clear') text = ''
      let { acknowledged } = snapshot
      if (job.event.type === 'change') {
        text = transform(typeof job.event.value === 'string' ? job.event.value : '')
        acknowledged = { ...acknowledged, [job.event.name]: job.event.rev }
      }
      const rendered = treeOf(text)
      await call()
      snapshot = { ...snapshot, tree: shareStructure(snapshot.tree, rendered), acknowledged }
      for (const listener of listeners) listener()
    }
    running = null
  }

  function treeOf(value: string): UINode {
    return {
      kind: 'column',
      children: [
        {
          kind,
          name: 'name',
          label: 'Name',
          value,
          onChange: { handler: 'change' },
          notify,
        },
        { kind: 'text', text: `Hello ${value}` },
        { kind: 'button', label: 'Clear', onPress: { handler: 'clear' } },
      ],
    }
  }

  function call(): Promise<void> {
    const time = shortest + Math.random() * (longest - shortest)
    return time === 0 ? Promise.resolve() : sleep(time)
  }

  return {
    state: () => text,
    calls: () => calls,
    async idle() {
      for (let pending = running; pending !== null; pending = running) {
        await pending
      }
    },
    lease: () => ({
      getSnapshot: () => snapshot,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      emit(handler, event) {
        const last = waiting.at(-1)
        if (event.type === 'change' && last?.event.type === 'change') waiting.pop()
        waiting.push({ handler, event })
        running ??= pump()
      },
      release: () => undefined,
    }),
  }
}
