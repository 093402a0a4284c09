import { expect, test } from 'vitest'

import { childNodesOf } from '../ui/childNodes.ts'
import type { FormNode } from '../ui/kinds/form.ts'
import type { UINode } from '../ui/uiNode.ts'
import { fieldsOf, sentFields } from './fieldsOf.ts'

const input = (name: string): UINode => ({ kind: 'input', name, label: name })
const onSubmit = { handler: 'send' }
const onClose = { handler: 'close' }
const form = (name: string, children: readonly UINode[]): FormNode => ({ kind: 'form', name, onSubmit, children })
const namesOf = (node: FormNode): readonly string[] => sentFields(node).map(({ name }) => name)

test('fields come in reading order, from wherever nodes stand in nodes', () => {
  const node = form('f', [
    input('a'),
    { kind: 'panel', actions: [input('b')], children: [{ kind: 'row', children: [input('c')] }] },
    { kind: 'list', label: 'L', items: [{ key: '1', content: [input('d')] }] },
    {
      kind: 'table',
      caption: 'T',
      columns: [{ id: 'x', header: 'X' }],
      rows: [{ key: '1', cells: { x: { node: input('e') } } }],
    },
    {
      kind: 'tabs',
      name: 't',
      label: 'Tabs',
      tabs: [
        { id: '1', label: '1', children: [input('f')] },
        { id: '2', label: '2', children: [input('g')] },
      ],
    },
    { kind: 'custom', component: 'acme/Map', slots: { popup: [input('h')] } },
  ])
  expect(namesOf(node)).toEqual(['a', 'b', 'c', 'd', 'e', 't', 'f', 'g', 'h'])
})

test('fields of a form inside it, and of a dialog that is closed, are not its own', () => {
  const dialog = (open: boolean): UINode => ({
    kind: 'dialog',
    title: 'D',
    open,
    onClose,
    children: [input('in-dialog')],
  })
  expect(namesOf(form('f', [input('a'), form('inner', [input('b')]), dialog(false)]))).toEqual(['a'])
  expect(namesOf(form('f', [dialog(true)]))).toEqual(['in-dialog'])
})

test('a tree of any depth and width is walked', () => {
  let deep: UINode = input('deep')
  for (let level = 0; level < 20_000; level += 1) deep = { kind: 'column', children: [deep] }
  const wide: UINode = { kind: 'row', children: Array.from({ length: 200_000 }, () => ({ kind: 'divider' }) as const) }
  expect(namesOf(form('f', [deep, wide]))).toEqual(['deep'])
})

test('what is switched off is not sent, and tabs are', () => {
  const tabs: UINode = { kind: 'tabs', name: 't', label: 'T', tabs: [{ id: '1', label: '1', children: [] }] }
  expect(namesOf(form('f', [{ kind: 'input', name: 'off', label: 'Off', disabled: true }, tabs]))).toEqual(['t'])
})

test('who draws a part of a node says which: the fields of the rest are not asked for', () => {
  const custom: UINode = {
    kind: 'custom',
    component: 'acme/Map',
    slots: { popup: [input('in-slot')] },
    fallback: [input('in-fallback')],
  }
  const drawn = (node: UINode): readonly UINode[] =>
    node.kind === 'custom' ? (node.fallback ?? []) : childNodesOf(node)
  expect(sentFields(form('f', [custom]), drawn).map(({ name }) => name)).toEqual(['in-fallback'])
})

test('the fields of a tree are those of all its forms, and of no dialog that is closed', () => {
  const closed: UINode = { kind: 'dialog', title: 'D', open: false, onClose, children: [input('c')] }
  expect(fieldsOf([form('f', [input('a'), form('g', [input('b')]), closed])]).map(({ name }) => name)).toEqual([
    'a',
    'b',
  ])
})
