import type { JsonValue, UINode } from '@plugboard/contracts'

import { changeOne, createList, type ListState } from '../../plugins/list/listState.ts'

/** Names of the workloads; `report/goals.ts` judges some of them by these names. */
export const VM_WORKLOADS = {
  start: 'instance start, second and later of a package, to the first tree',
  first: 'instance start, first of a package, to the first tree',
  render: 'a render of 31 nodes of which one changed',
  plain: 'the same 31 nodes without a block',
  press: 'a press: handler to intents',
  list: 'a list of 1,000 nodes, in full',
  update: 'one item of 1,000 nodes changes',
  swap: 'a render in one of 100 instances, in random order',
  stack: 'the first render after a stack overflow',
  loop: 'the first render after an endless loop',
  memory: 'the first render after running out of memory',
  interrupt: 'a loop in a handler: the price of being interruptible',
  overrun: 'an endless loop: stopped, past the deadline',
} as const

/** Turns of the loop whose price is measured. */
export const TURNS = 3_000_000

/** Editions of the list, each with other labels in every line. */
export function createEditions(): () => ListState {
  let edition = 0
  return () => createList((edition += 1))
}

/** Editions of the list, each with one other count. */
export function createChanges(): () => ListState {
  let [edition, state] = [0, createList(0)]
  return () => (state = changeOne(state, (edition += 1)))
}

/** @throws when a tree of the list does not show that state. */
export function checkList(tree: UINode, state: JsonValue | ListState): void {
  const { items } = state as ListState
  const lines = 'children' in tree ? tree.children : []
  const isSame = items.every(({ label, count }, index) => {
    const line = lines[index]
    const [text, badge] = line !== undefined && 'children' in line ? line.children : []
    return text?.kind === 'text' && text.text === label && badge?.kind === 'badge' && badge.text === String(count)
  })
  if (!isSame || lines.length !== items.length) throw new Error('the tree does not show the list that it was given')
}
