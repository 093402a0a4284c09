import type { JsonValue, UINode } from '@plugboard/contracts'

import { INITIAL_COUNTER } from '../../plugins/counter/counter.ts'
import { code as counterCode } from '../../plugins/counter/guest.tsx?guest'
import { code as listCode } from '../../plugins/list/guest.tsx?guest'
import { code as troubleCode } from '../../plugins/trouble/guest.tsx?guest'
import type { NaivePlugin, NaiveView } from '../naive/naivePlugin.ts'
import { timeEachNow, type VmCase } from './vmCase.ts'
import { checkList, createChanges, createEditions, TURNS, VM_WORKLOADS } from './vmWorkloads.ts'

/** How a peer makes a plugin of code. */
export interface PeerOptions {
  readonly variant: string
  readonly createPlugin: (code: string) => NaivePlugin
  /** How often something quick is run to be timed. */
  readonly runs: number
}

/** The cases that every peer has: start, call, list, many, and a loop. */
export function createPeerCases({ variant, createPlugin, runs }: PeerOptions): readonly VmCase[] {
  const [counter, list, trouble] = [createPlugin(counterCode), createPlugin(listCode), createPlugin(troubleCode)]
  const crowd = Array.from({ length: 100 }, () => createPlugin(counterCode))
  const [edition, change] = [createEditions(), createChanges()]
  let value = 0

  const start = (): number => {
    const started: NaivePlugin[] = []
    const time = timeEachNow(5, () => {
      const plugin = createPlugin(counterCode)
      plugin.render('main', viewOf({ ...INITIAL_COUNTER }))
      started.push(plugin)
    })
    for (const plugin of started) plugin.dispose()
    return time
  }
  const renderList = (next: () => JsonValue): number => {
    let [state, tree]: [JsonValue, UINode | null] = [null, null]
    const time = timeEachNow(4, () => {
      state = next()
      tree = list.render('main', viewOf(state))
    })
    if (tree !== null) checkList(tree, state)
    return time
  }
  const press = (plugin: NaivePlugin, handler: string, args: JsonValue = null): void => {
    plugin.event({ widgetId: 'main', handler, event: { type: 'press', args }, view: viewOf({ value: 0 }) })
  }

  return [
    { workload: VM_WORKLOADS.start, variant, run: start },
    {
      workload: VM_WORKLOADS.render,
      variant,
      run: () => timeEachNow(runs, () => counter.render('main', viewOf({ value: (value += 1) }))),
    },
    { workload: VM_WORKLOADS.press, variant, run: () => timeEachNow(runs, () => press(counter, 'add')) },
    { workload: VM_WORKLOADS.list, variant, run: () => renderList(edition) },
    { workload: VM_WORKLOADS.update, variant, run: () => renderList(change) },
    {
      workload: VM_WORKLOADS.swap,
      variant,
      run: () =>
        timeEachNow(50, () => {
          crowd[Math.floor(Math.random() * crowd.length)]?.render('main', viewOf({ value: (value += 1) }))
        }),
    },
    {
      workload: VM_WORKLOADS.interrupt,
      variant,
      run: () => timeEachNow(1, () => press(trouble, 'spin', { turns: TURNS })),
    },
  ]
}

/** A view of that state, and of nothing that is shared. */
export function viewOf(pluginState: JsonValue): NaiveView {
  return { pluginState, globalState: { shared: {} } }
}
