import { fc, test as property } from '@fast-check/vitest'
import { PluginRuntimeError, UI_ISSUE_CODES, UI_NODE_KINDS, type UINode } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'
import { describe, expect, test } from 'vitest'

import { jsonLike, uiNode } from './uiNodes.ts'

function attempt(value: unknown): ReturnType<typeof parseUITree> | PluginRuntimeError {
  try {
    return parseUITree(value)
  } catch (error) {
    if (error instanceof PluginRuntimeError) return error
    throw error
  }
}

function kindsOf(node: UINode): string[] {
  return [...JSON.stringify(node).matchAll(/"kind":"([^"]*)"/g)].map((match) => match[1] ?? '')
}

describe('parseUITree', () => {
  property.prop([uiNode])('gives a valid tree back as it was', (node) => {
    const { tree, issues } = parseUITree(node)
    expect(tree).toEqual(node)
    for (const { code } of issues) expect(['duplicate-key', 'duplicate-name']).toContain(code)
  })

  property.prop([uiNode])('gives its own answer back when it is parsed again', (node) => {
    const { tree } = parseUITree(node)
    expect(parseUITree(JSON.parse(JSON.stringify(tree))).tree).toEqual(tree)
  })

  property.prop([jsonLike], { numRuns: 500 })(
    'answers any JSON with a tree of known kinds, or refuses it with INVALID_TREE',
    (value) => {
      const answer = attempt(value)
      if (answer instanceof PluginRuntimeError) {
        expect(answer.code).toBe('INVALID_TREE')
        expect(answer.message.length).toBeLessThanOrEqual(2_000)
        return
      }
      const allowed: readonly string[] = [...UI_NODE_KINDS, 'invalid-node']
      expect(UI_NODE_KINDS).toContain(answer.tree.kind)
      for (const { code } of answer.issues) expect(UI_ISSUE_CODES).toContain(code)
      // Kinds inside of event args are the plugin's own words; nothing draws them.
      if (!JSON.stringify(answer.tree).includes('"args"'))
        for (const kind of kindsOf(answer.tree)) expect(allowed).toContain(kind)
    },
  )

  property.prop([
    fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true, withMap: true, withDate: true }),
  ])('answers values that are not JSON without any other error', (value) => {
    attempt(value)
    attempt({ kind: 'row', children: [value] })
  })

  property.prop([uiNode, fc.string({ maxLength: 10 }), fc.jsonValue({ maxDepth: 0 })])(
    'lets no prop through that the kind does not have',
    (node, prop, value) => {
      const kinds = { ...node, [`x-${prop}`]: value }
      const { tree } = parseUITree({ kind: 'row', children: [kinds, { kind: 'divider' }] })
      if (tree.kind !== 'row') return expect.fail('the row stays')
      expect(tree.children.map(({ kind }) => kind)).toEqual(['invalid-node', 'divider'])
    },
  )

  test('names the path of a bad node and keeps its key', () => {
    const { tree, issues } = parseUITree({
      kind: 'panel',
      children: [{ kind: 'stat', key: 'total', label: 'Total', value: 7 }],
    })
    expect(issues).toEqual([
      { code: 'invalid-node', path: 'root.children[0].value', message: '(stat) must be a string' },
    ])
    expect(tree).toMatchObject({
      children: [{ kind: 'invalid-node', key: 'total', path: 'root.children[0].value' }],
    })
  })

  test('suggests the kind, prop and handler that was probably meant', () => {
    const tree = {
      kind: 'column',
      children: [
        { kind: 'buton', label: 'x' },
        { kind: 'text', text: 'x', tonne: 'accent' },
        { kind: 'button', label: 'x', onPress: { handler: 'incremnt' } },
      ],
    }
    const messages = parseUITree(tree, { handlers: ['increment'] }).issues.map(({ message }) => message)
    expect(messages[0]).toContain('Did you mean "button"?')
    expect(messages[1]).toContain('Did you mean "tone"?')
    expect(messages[2]).toContain('Did you mean "increment"?')
  })

  test('checks the handlers of every event prop, in items, rows and cells too', () => {
    const ref = { handler: 'missing' }
    const tree = {
      kind: 'column',
      children: [
        { kind: 'button', label: 'x', onPress: ref },
        { kind: 'input', name: 'a', label: 'x', onChange: ref, onCommit: ref },
        { kind: 'alert', tone: 'accent', title: 'x', action: { label: 'x', onPress: ref }, onDismiss: ref },
        {
          kind: 'list',
          label: 'x',
          items: [{ key: 'a', onPress: ref, content: [{ kind: 'button', label: 'x', onPress: ref }] }],
        },
        {
          kind: 'table',
          caption: 'x',
          columns: [{ id: 'c', header: 'x' }],
          rows: [{ key: 'r', onPress: ref, cells: { c: { node: { kind: 'button', label: 'x', onPress: ref } } } }],
          onSort: ref,
          onSelect: ref,
          onRange: ref,
        },
        { kind: 'form', name: 'f', onSubmit: ref, children: [] },
        { kind: 'dialog', title: 'x', open: true, onClose: ref, children: [] },
        { kind: 'tabs', name: 't', label: 'x', onChange: ref, tabs: [{ id: 'a', label: 'x', children: [] }] },
        { kind: 'custom', component: 'acme/Map', events: { move: ref } },
      ],
    }
    const { issues } = parseUITree(tree, { handlers: ['other'] })
    expect(issues.map(({ code }) => code)).toEqual(Array.from({ length: 16 }, () => 'unknown-handler'))
    expect(new Set(issues.map(({ path }) => path)).size).toBe(16)
    expect(parseUITree(tree, { handlers: ['missing'] }).issues).toEqual([])
    expect(parseUITree(tree).issues).toEqual([])
  })

  test('reports keys that two siblings share and names that two fields share', () => {
    const field = { kind: 'input', name: 'a', label: 'x' }
    const codes = (value: unknown): string[] => parseUITree(value).issues.map(({ code }) => code)
    expect(
      codes({
        kind: 'row',
        children: [
          { kind: 'divider', key: 'a' },
          { kind: 'divider', key: 'a' },
        ],
      }),
    ).toEqual(['duplicate-key'])
    expect(
      codes({
        kind: 'row',
        children: [
          { kind: 'divider', key: 'a' },
          { kind: 'row', children: [{ kind: 'divider', key: 'a' }] },
        ],
      }),
    ).toEqual([])
    expect(
      codes({
        kind: 'list',
        label: 'x',
        items: [
          { key: 'a', content: [] },
          { key: 'a', content: [] },
        ],
      }),
    ).toEqual(['duplicate-key'])
    expect(codes({ kind: 'row', children: [field, { kind: 'panel', children: [field] }] })).toEqual(['duplicate-name'])
    const form = { kind: 'form', name: 'a', onSubmit: { handler: 'go' }, children: [] }
    expect(codes({ kind: 'row', children: [form, { kind: 'switch', name: 'a', label: 'x' }] })).toEqual([
      'duplicate-name',
    ])
  })

  test('parses the nodes in every place of a node that has several', () => {
    const bad = { kind: 'nope' }
    const paths = (value: unknown): string[] => parseUITree(value).issues.map(({ path }) => path)
    expect(paths({ kind: 'panel', actions: [bad], children: [bad] })).toEqual(['root.actions[0]', 'root.children[0]'])
    expect(
      paths({ kind: 'dialog', title: 'x', open: false, onClose: { handler: 'a' }, children: [bad], footer: [bad] }),
    ).toEqual(['root.children[0]', 'root.footer[0]'])
    expect(paths({ kind: 'tabs', name: 't', label: 'x', tabs: [{ id: 'a', label: 'x', children: [bad] }] })).toEqual([
      'root.tabs[0].children[0]',
    ])
    expect(paths({ kind: 'custom', component: 'acme/Map', slots: { popup: [bad] }, fallback: [bad] })).toEqual([
      'root.slots.popup[0]',
      'root.fallback[0]',
    ])
  })

  test('reports ids and keys that repeat in one list, and none across lists', () => {
    const codes = (value: unknown): string[] => parseUITree(value).issues.map(({ code, path }) => `${code} ${path}`)
    const keyed = { kind: 'divider', key: 'a' }
    const tab = { id: 'a', label: 'x', children: [keyed] }
    expect(codes({ kind: 'panel', actions: [keyed], children: [keyed] })).toEqual([])
    expect(codes({ kind: 'panel', actions: [keyed, keyed], children: [] })).toEqual([
      'duplicate-key root.actions[1].key',
    ])
    expect(codes({ kind: 'tabs', name: 't', label: 'x', tabs: [tab, tab] })).toEqual(['duplicate-key root.tabs[1].id'])
    expect(
      codes({
        kind: 'table',
        caption: 'x',
        columns: [
          { id: 'a', header: 'x' },
          { id: 'a', header: 'y' },
        ],
        rows: [],
      }),
    ).toEqual(['duplicate-key root.columns[1].id'])
    expect(codes({ kind: 'custom', component: 'acme/Map', slots: { one: [keyed], two: [keyed, keyed] } })).toEqual([
      'duplicate-key root.slots.two[1].key',
    ])
  })

  test('suggests the prop of the part that it stands in', () => {
    const tabs = { kind: 'tabs', name: 't', label: 'x', tabs: [{ id: 'a', label: 'x', children: [], bagde: '3' }] }
    expect(parseUITree({ kind: 'row', children: [tabs] }).issues[0]).toMatchObject({
      message: expect.stringContaining('Did you mean "badge"?'),
    })
    const table = { kind: 'table', caption: 'x', columns: [{ id: 'a', header: 'x', sortabel: true }], rows: [] }
    expect(parseUITree({ kind: 'row', children: [table] }).issues[0]).toMatchObject({
      path: 'root.children[0].columns[0]',
      message: expect.stringContaining('Did you mean "sortable"?'),
    })
  })

  test('reports no more than fifty issues', () => {
    const children = Array.from({ length: 200 }, () => ({ kind: 'nope' }))
    const { tree, issues } = parseUITree({ kind: 'row', children })
    expect(issues).toHaveLength(50)
    expect(tree).toMatchObject({ children: expect.objectContaining({ length: 200 }) })
  })

  test('counts nodes and levels up to the limits that it is given', () => {
    const nested = { kind: 'row', children: [{ kind: 'row', children: [{ kind: 'divider' }] }] }
    expect(parseUITree(nested, { limits: { treeDepth: 3, treeNodes: 3 } }).issues).toEqual([])
    expect(() => parseUITree(nested, { limits: { treeDepth: 2 } })).toThrow(/nested deeper than 2 nodes/)
    expect(() => parseUITree(nested, { limits: { treeNodes: 2 } })).toThrow(/one node more than the 2 allowed/)
  })

  test('refuses more open dialogs than anyone can use, each of which moves the focus and what lies behind', () => {
    const dialog = (open: boolean): object => ({
      kind: 'dialog',
      title: 'D',
      open,
      onClose: { handler: 'c' },
      children: [],
    })
    const tree = (count: number): object => ({
      kind: 'column',
      children: [dialog(false), ...Array.from({ length: count }, () => dialog(true))],
    })
    expect(parseUITree(tree(8)).issues).toEqual([])
    expect(() => parseUITree(tree(9))).toThrow(/root\.children\[9\] is one open dialog more than the 8 allowed/)
  })

  test('refuses a list that claims thousands of millions of holes at once', () => {
    expect(() => parseUITree({ kind: 'row', children: Object.assign([], { length: 4_000_000_000 }) })).toThrow(
      /too many values/,
    )
  })

  test('cuts long paths, so that a tree cannot choose the size of the answer', () => {
    let tree: unknown = { kind: 'nope'.repeat(100) }
    for (let level = 0; level < 60; level += 1) tree = { kind: 'row', children: [tree] }
    const { issues } = parseUITree(tree)
    expect(issues[0]?.path.length).toBeLessThanOrEqual(200)
    expect(issues[0]?.message.length).toBeLessThanOrEqual(300)
  })
})
