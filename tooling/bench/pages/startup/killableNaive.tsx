import { createRoot } from 'react-dom/client'

import { INITIAL_COUNTER } from '../../plugins/counter/counter.ts'
import { code } from '../../plugins/counter/guest.tsx?guest'
import { createNaiveCounterStore } from '../naive/naiveStore.ts'
import { NaiveTrees, NaiveWidgets } from '../naive/naiveWidgets.tsx'
import { NaiveWorker } from '../naive/naiveWire.ts'
import type { KillableVariant } from './killableVariant.ts'

/** Milliseconds until the page gives a stuck worker up. */
const STUCK = 150

/** The naive protocol: a killed worker is a new worker, with every plugin loaded again. */
export const killableNaive: KillableVariant = {
  name: 'naive',
  async mount(element, instances) {
    const instanceIds = Array.from({ length: instances }, (_, index) => `counter-${index}`)
    const start = async (): Promise<NaiveWorker> => {
      const started = new NaiveWorker()
      await Promise.all(instanceIds.map((id) => started.load(id, code)))
      return started
    }
    const store = createNaiveCounterStore(instanceIds, INITIAL_COUNTER)
    const trees = new NaiveTrees()
    let worker = await start()
    const drawAll = (): Promise<unknown> =>
      Promise.all(instanceIds.map(async (id) => trees.set(id, await worker.render(id, 'main', store.viewOf(id)))))
    await drawAll()
    const root = createRoot(element)
    root.render(<NaiveWidgets instanceIds={instanceIds} trees={trees} emit={() => undefined} />)
    return {
      async kill() {
        // Stuck as ours is: a worker that hangs in native code keeps its core until the browser has ended it by force.
        const [first = ''] = instanceIds
        const view = store.viewOf(first)
        void worker.event(first, { widgetId: 'main', handler: 'stick', event: { type: 'press' }, view })
        await new Promise((resolve) => setTimeout(resolve, STUCK))
        worker.terminate()
        return performance.now()
      },
      share() {
        const [first = ''] = instanceIds
        void start().then(async (restarted) => {
          worker = restarted
          const view = store.viewOf(first)
          store.apply(
            first,
            await worker.event(first, { widgetId: 'main', handler: 'share', event: { type: 'press' }, view }),
          )
          await drawAll()
        })
      },
      close() {
        root.unmount()
        worker.terminate()
      },
    }
  },
}
