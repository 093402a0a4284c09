import { createInstanceId, type UINode } from '@plugboard/contracts'
import { createFakeRuntime, createPluginViewFixture } from '@plugboard/contract-tests'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { Column, List, Table, ui } from '../src/index.ts'
import { toTree } from '../src/ui/uiChild.ts'
import { bundleSample } from './bundleSample.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('rows that the VM keeps', () => {
  /** Rows as a VM makes them: they say themselves what they are, and one by one they are only names. */
  function stubVm(): { readonly rows: readonly UINode[]; readonly calls: unknown[][] } {
    const names = [{ $: 1 }, { $: 2 }]
    const rows = Object.defineProperty(names, 'toJSON', { value: () => 'rows' })
    const calls: unknown[][] = []
    const note = (answer: unknown) => vi.fn((...args: unknown[]) => (calls.push(args), answer))
    vi.stubGlobal('ui', { each: note(rows), block: note('block') })
    // Names in the place of nodes.
    return { rows: rows as unknown as readonly UINode[], calls }
  }

  test('are asked of the VM with the author’s own functions', () => {
    const { rows, calls } = stubVm()
    const render = (): UINode => ui.divider()
    const options = { key: 'id', memo: () => [] } as const
    expect(ui.each([{ id: 1 }], render, options)).toBe(rows)
    expect(ui.block(render)).toBe('block')
    expect(calls).toEqual([[[{ id: 1 }], render, options], [render]])
    expect(calls[0]?.[1]).toBe(render)
  })

  test('stay together wherever they are put', () => {
    const { rows } = stubVm()
    const json = (node: unknown): unknown => JSON.parse(JSON.stringify(node))
    expect(json(ui.row(rows))).toEqual({ kind: 'row', children: ['rows'] })
    expect(json(Column({ children: ['first', rows] }))).toMatchObject({ children: [{ text: 'first' }, 'rows'] })
    // What they are parts of is not the types' business here.
    expect(json(List({ label: 'L', items: rows as never }))).toMatchObject({ items: 'rows' })
    expect(json(Table({ caption: 'T', columns: [], rows: rows as never }))).toMatchObject({ rows: 'rows' })
    expect(json(List({ label: 'L', items: rows.slice(1) as never }))).toMatchObject({ items: [{ $: 2 }] })
    expect(json(Table({ caption: 'T', columns: [], rows: rows.slice(1) as never }))).toMatchObject({ rows: [{ $: 2 }] })
    expect(json(toTree(rows))).toEqual({ kind: 'column', children: ['rows'] })
  })

  test('of a bundled plugin are what a plugin without the SDK draws', async () => {
    await using runtime = createFakeRuntime()
    const identity = { packageId: 'rows', instanceId: createInstanceId('rows') }
    await runtime.load({ ...identity, code: await bundleSample('rows.tsx') })
    const view = createPluginViewFixture(identity, { pluginState: { items: [{ id: 'a', label: 'A' }] } })
    const { tree, issues } = await runtime.call(identity.instanceId, { kind: 'render', widgetId: 'main', view })
    expect(issues).toEqual([])
    expect(tree).toEqual({
      kind: 'column',
      children: [
        {
          kind: 'column',
          children: [
            {
              kind: 'row',
              key: 'a',
              children: [
                { kind: 'text', text: 'A' },
                { kind: 'badge', text: 'a' },
              ],
            },
          ],
        },
        {
          kind: 'list',
          label: 'Items',
          items: [{ key: 'a', content: [{ kind: 'badge', text: 'A' }], onPress: { handler: 'pick' } }],
        },
        {
          kind: 'table',
          caption: 'Cells',
          columns: [{ id: 'label', header: 'Label' }],
          rows: [{ key: 'a', cells: { label: 'A' }, onPress: { handler: 'pick', args: 'a' } }],
        },
        { kind: 'text', key: 'a', text: 'A' },
      ],
    })
  })
})
