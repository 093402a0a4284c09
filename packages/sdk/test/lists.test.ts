import { createInstanceId, type JsonValue, type PluginRuntime, type RenderResult } from '@plugboard/contracts'
import { createFakeRuntime, createPluginViewFixture } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bundleSample } from './bundleSample.ts'

let code = ''
const vms = createQuickJSRuntime({ placement: 'inline' })
beforeAll(async () => {
  code = await bundleSample('lists.tsx')
})
afterAll(() => vms[Symbol.asyncDispose]())

interface Drawer {
  (widgetId: string, state: object): Promise<RenderResult>
}

async function open(runtime: PluginRuntime = vms): Promise<Drawer> {
  const identity = { packageId: 'lists', instanceId: createInstanceId('lists') }
  await runtime.load({ ...identity, code })
  return (widgetId, state) => {
    const view = createPluginViewFixture(identity, { pluginState: state as JsonValue })
    return runtime.call(identity.instanceId, { kind: 'render', widgetId, view })
  }
}

interface Task {
  readonly id: string
  readonly title: string
  readonly done: boolean
  readonly tags: readonly { readonly name: string }[]
}

const TASKS: readonly Task[] = Array.from({ length: 200 }, (_, index) => ({
  id: `task-${index}`,
  title: `The title of task ${index}`,
  done: false,
  tags: [{ name: 'one' }, { name: 'two' }],
}))
const start = { tasks: TASKS, selected: null as string | null, unit: '' }

/** What becomes of the list: a change, a mark, a removal, a turn, nothing, all of it. */
const STEPS: readonly (typeof start)[] = [
  start,
  { ...start, tasks: TASKS.with(7, { ...TASKS[7]!, title: 'another' }) },
  { ...start, selected: 'task-9' },
  { ...start, tasks: TASKS.toSpliced(3, 2) },
  { ...start, tasks: TASKS.toReversed() },
  { ...start, tasks: [] },
  start,
]

describe('<For>', () => {
  it('draws what map draws, in a VM and outside one, whatever becomes of the list', async () => {
    const [inVm, inTest] = [await open(), await open(createFakeRuntime())]
    for (const state of STEPS) {
      const { issues, tree } = await inVm('rows', state)
      expect(issues).toEqual([])
      expect(tree).toEqual((await inVm('mapped', state)).tree)
      expect(tree).toEqual((await inTest('rows', state)).tree)
    }
  })

  it('has only the rows sent that have changed', async () => {
    const draw = await open()
    const whole = (await draw('rows', start)).usage.bytesOut
    expect((await draw('mapped', start)).usage.bytesOut).toBeGreaterThan(whole / 2)
    for (const state of STEPS.slice(1, 3)) {
      const { tree, usage } = await draw('rows', state)
      expect(usage.bytesOut).toBeLessThan(whole / 50)
      expect((await draw('mapped', state)).usage.bytesOut).toBeGreaterThan(whole / 2)
      expect(JSON.stringify(tree).length).toBeGreaterThan(whole / 2)
    }
  })

  it('draws rows again when something changes that they name in uses, and the lists in them', async () => {
    const draw = await open()
    const words = ({ tree }: RenderResult): string => JSON.stringify(tree)
    expect(words(await draw('used', start))).toContain('"text":"The title of task 5"')
    const other = await draw('used', { ...start, unit: 'kg' })
    expect(words(other).match(/"kg"/g)).toHaveLength(200)
    const tags = { ...TASKS[5]!, tags: [{ name: 'three' }] }
    const later = await draw('used', { ...start, unit: 'kg', tasks: TASKS.with(5, tags) })
    expect(words(later)).toContain('"text":"three"')
    expect(later.usage.bytesOut).toBeLessThan(other.usage.bytesOut / 20)
  })

  it('knows a list again by what draws its rows, not by its place alone', async () => {
    const draw = await open()
    expect(JSON.stringify((await draw('either', start)).tree)).not.toContain('badge')
    const { tree } = await draw('either', { ...start, unit: 'kg' })
    expect(JSON.stringify(tree).match(/"kind":"badge"/g)).toHaveLength(200)
  })
})
