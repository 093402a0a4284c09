import { describe, expect, it } from 'vitest'

import { UI_NODE_KINDS } from '../ui/uiNode.ts'
import { parseUITree } from './parseUITree.ts'
import { checkCell, selectSlotCheck } from './slotCheck.ts'

const VALUES = [
  '',
  'text',
  'https://example.com/a',
  'javascript:alert(1)',
  'x'.repeat(301),
  'neutral',
  'sm',
  'primary',
  0,
  1,
  2.5,
  -1,
  true,
  false,
  null,
]

describe('the check of a slot', () => {
  it('says of every prop what the parser says of a node with it', () => {
    const samples: Readonly<Record<string, object>> = {
      alert: { tone: 'neutral', title: 'T' },
      badge: { text: 'T' },
      button: { label: 'L' },
      code: { text: 'T' },
      empty: { title: 'T' },
      heading: { text: 'T' },
      icon: { name: 'check' },
      input: { name: 'n', label: 'L' },
      link: { text: 'T', href: 'https://example.com/' },
      list: { label: 'L', items: [] },
      progress: { label: 'L', value: 1 },
      spinner: { label: 'L' },
      stat: { label: 'L', value: 'V' },
      table: { caption: 'C', columns: [{ id: 'a', header: 'A' }], rows: [] },
      text: { text: 'T' },
    }
    for (const kind of UI_NODE_KINDS) {
      const node = { kind, ...(samples[kind] ?? { children: [] }) }
      for (const prop of [
        'text',
        'title',
        'label',
        'tone',
        'size',
        'variant',
        'disabled',
        'value',
        'href',
        'icon',
        'copy',
        'columns',
        'max',
        'level',
        'gap',
      ]) {
        const check = selectSlotCheck(kind, prop)
        if (check === null) continue
        for (const value of VALUES) {
          const tree = { kind: 'row', children: [{ ...node, [prop]: value }] }
          expect(check(value), `${kind}.${prop} = ${String(value)}`).toBe(parseUITree(tree).issues.length === 0)
        }
      }
    }
  })

  it('says of a cell what the parser says of a table with it', () => {
    for (const value of [...VALUES, 'x'.repeat(2_001)]) {
      const columns = [{ id: 'a', header: 'A' }]
      const table = { kind: 'table', caption: 'C', columns, rows: [{ key: 'k', cells: { a: value } }] }
      expect(checkCell(value)).toBe(parseUITree({ kind: 'row', children: [table] }).issues.length === 0)
    }
    expect(checkCell({ node: { kind: 'divider' } })).toBe(false)
  })

  it('is not there where a value says more than what stands there, or the kind has no such prop', () => {
    for (const [kind, prop] of [
      ['text', 'key'],
      ['input', 'name'],
      ['button', 'onPress'],
      ['row', 'children'],
      ['text', 'label'],
      ['text', 'toString'],
      ['text', '__proto__'],
    ] as const) {
      expect(selectSlotCheck(kind, prop), `${kind}.${prop}`).toBeNull()
    }
    expect(selectSlotCheck('text', 'a11y')?.({ label: 'x' })).toBe(false)
  })
})
