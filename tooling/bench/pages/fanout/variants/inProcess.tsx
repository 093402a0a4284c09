import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import { INITIAL_COUNTER } from '../../../plugins/counter/counter.ts'
import { code } from '../../../plugins/counter/guest.tsx?guest'
import { createInProcessPlugin } from '../../naive/inProcessPlugin.ts'
import type { NaivePlugin } from '../../naive/naivePlugin.ts'
import { createNaiveCounterStore } from '../../naive/naiveStore.ts'
import { NaiveTrees, NaiveWidgets } from '../../naive/naiveWidgets.tsx'
import type { CounterVariant } from '../counterVariant.ts'

/** Counters as functions of the page, without a sandbox: one commit for all that changed. */
export const inProcess: CounterVariant = {
  name: 'in-process',
  async mount(element, instances) {
    const plugins = new Map<string, NaivePlugin>(
      Array.from({ length: instances }, (_, index) => [`counter-${index}`, createInProcessPlugin(code)]),
    )
    const instanceIds = [...plugins.keys()]
    const store = createNaiveCounterStore(instanceIds, INITIAL_COUNTER)
    const trees = new NaiveTrees()
    const draw = (ids: readonly string[]): void => {
      for (const id of ids) {
        const tree = plugins.get(id)?.render('main', store.viewOf(id))
        if (tree !== undefined) trees.set(id, tree)
      }
    }
    draw(instanceIds)
    const root = createRoot(element)
    root.render(
      <NaiveWidgets
        instanceIds={instanceIds}
        trees={trees}
        emit={(id, handler, event) => {
          const intents = plugins.get(id)?.event({ widgetId: 'main', handler, event, view: store.viewOf(id) }) ?? []
          const isShared = store.apply(id, intents)
          flushSync(() => draw(isShared ? instanceIds : [id]))
        }}
      />,
    )
    return { close: () => root.unmount() }
  },
}
