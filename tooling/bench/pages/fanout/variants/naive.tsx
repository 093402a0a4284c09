import { createRoot } from 'react-dom/client'

import { INITIAL_COUNTER } from '../../../plugins/counter/counter.ts'
import { code } from '../../../plugins/counter/guest.tsx?guest'
import { createNaiveCounterStore } from '../../naive/naiveStore.ts'
import { NaiveTrees, NaiveWidgets } from '../../naive/naiveWidgets.tsx'
import { NaiveWorker } from '../../naive/naiveWire.ts'
import type { CounterVariant } from '../counterVariant.ts'

/** The naive protocol: a worker with a runtime for each counter, two trips a change, every tree a message and a commit. */
export const naive: CounterVariant = {
  name: 'naive',
  async mount(element, instances) {
    const worker = new NaiveWorker()
    const instanceIds = Array.from({ length: instances }, (_, index) => `counter-${index}`)
    await Promise.all(instanceIds.map((id) => worker.load(id, code)))
    const store = createNaiveCounterStore(instanceIds, INITIAL_COUNTER)
    const trees = new NaiveTrees()
    const draw = async (id: string): Promise<void> => trees.set(id, await worker.render(id, 'main', store.viewOf(id)))
    await Promise.all(instanceIds.map((id) => draw(id)))
    const root = createRoot(element)
    root.render(
      <NaiveWidgets
        instanceIds={instanceIds}
        trees={trees}
        emit={(id, handler, event) => {
          void worker.event(id, { widgetId: 'main', handler, event, view: store.viewOf(id) }).then((intents) => {
            const isShared = store.apply(id, intents)
            return Promise.all((isShared ? instanceIds : [id]).map((each) => draw(each)))
          })
        }}
      />,
    )
    return {
      close() {
        root.unmount()
        worker.terminate()
      },
    }
  },
}
