import { describe, expect, it } from 'vitest'

import { UI_NODE_KINDS } from '../ui/uiNode.ts'
import { parseUITree } from './parseUITree.ts'
import { checkCell, selectSlotCheck } from './slotCheck.ts'

const VALUES = [
  '',
  'text',
  'https://example.com/a',
  'javascript:alert(1)',
  'data:image/png;base64,AAAA',
  'data:image/svg+xml;base64,AAAA',
  'acme/Map',
  'mixed',
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

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

describe('the check of a slot', () => {
  it('says of every prop what the parser says of a node with it', () => {
    const samples: Readonly<Record<string, object>> = {
      alert: { tone: 'neutral', title: 'T' },
      badge: { text: 'T' },
      button: { label: 'L' },
      checkbox: { name: 'n', label: 'L' },
      code: { text: 'T' },
      custom: { component: 'acme/Map' },
      dialog: { title: 'T', open: true, onClose: { handler: 'go' }, children: [] },
      empty: { title: 'T' },
      form: { name: 'n', onSubmit: { handler: 'go' }, children: [] },
      heading: { text: 'T' },
      icon: { name: 'check' },
      image: { src: 'data:image/png;base64,AAAA', alt: 'A' },
      input: { name: 'n', label: 'L' },
      link: { text: 'T', href: 'https://example.com/' },
      list: { label: 'L', items: [] },
      progress: { label: 'L', value: 1 },
      radio: { name: 'n', label: 'L', options },
      select: { name: 'n', label: 'L', options },
      spinner: { label: 'L' },
      stat: { label: 'L', value: 'V' },
      switch: { name: 'n', label: 'L' },
      table: { caption: 'C', columns: [{ id: 'a', header: 'A' }], rows: [] },
      tabs: { name: 'n', label: 'L', tabs: [{ id: 'a', label: 'A', children: [] }] },
      text: { text: 'T' },
      textarea: { name: 'n', label: 'L' },
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
        'src',
        'component',
        'checked',
        'open',
        'total',
        'rows',
        'selected',
        'confirm',
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
