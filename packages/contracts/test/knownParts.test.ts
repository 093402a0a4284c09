import { fc, test } from '@fast-check/vitest'
import { inspectJson } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'
import { describe, expect } from 'vitest'

import { countOpenDialogs, uiNode } from './uiNodes.ts'

type Options = Required<Pick<Parameters<typeof parseUITree>[1] & object, 'known' | 'kept'>>

const LIMITS = { treeNodes: 10_000, treeDepth: 60 }

/** Nodes that may come three times in one tree. */
const nodeList = fc.array(uiNode, { maxLength: 3 }).filter((nodes) => countOpenDialogs(nodes) <= 2)

/** A tree with these nodes as children, as items of a list and in the cells of a table. */
function around(nodes: readonly object[]): { root: object; parts: readonly object[] } {
  const items = nodes.map((node, index) => ({ key: `i${index}`, content: [node] }))
  const rows = nodes.map((node, index) => ({ key: `r${index}`, cells: { a: { node } } }))
  const list = { kind: 'list', label: 'L', items }
  const table = { kind: 'table', caption: 'T', columns: [{ id: 'a', header: 'A' }], rows }
  return { root: { kind: 'column', children: [...nodes, list, table] }, parts: [...nodes, ...items, ...rows] }
}

describe('parts that were parsed before', () => {
  test.prop([nodeList, fc.array(fc.constantFrom('go', 'other'))], { numRuns: 200 })(
    'give the tree and the issues that they give when they are parsed again',
    (nodes, handlers) => {
      const { root, parts } = around(structuredClone(nodes))
      const expected = parseUITree(structuredClone(root), { limits: LIMITS, handlers })
      const options: Options = { known: new WeakMap(), kept: new Map(parts.map((part) => [part, null])) }
      expect(parseUITree(root, { limits: LIMITS, handlers, ...options })).toEqual(expected)
      const parsed = (part: object): object => options.kept.get(part) ?? part
      const replaced = JSON.parse(JSON.stringify(root)) as { children: Record<string, object[]>[] }
      const [list, table] = replaced.children.slice(-2)
      const { children } = root as { children: Record<string, object[]>[] }
      if (list !== undefined) list['items'] = children.at(-2)?.['items']?.map(parsed) ?? []
      if (table !== undefined) table['rows'] = children.at(-1)?.['rows']?.map(parsed) ?? []
      const again = { ...replaced, children: [...children.slice(0, -2).map(parsed), list, table] }
      const second = parseUITree(again, { limits: LIMITS, handlers, known: options.known })
      expect(second).toEqual(expected)
      for (const [index, part] of parts.slice(0, nodes.length).entries()) {
        const known = options.kept.get(part)
        if (known !== null && second.tree.kind === 'column') expect(second.tree.children[index]).toBe(known)
      }
    },
  )

  test.prop([nodeList, fc.array(fc.constantFrom('go', 'other'))], { numRuns: 200 })(
    'and lists that were parsed as a whole give what they gave, and are the same lists',
    (nodes, handlers) => {
      const { root, parts } = around(structuredClone(nodes))
      // Each list alone in its tree, so that no name is claimed twice because of the others.
      for (const [at, prop] of [[-2, 'items'] as const, [-1, 'rows'] as const]) {
        const holder = (root as { children: Record<string, object[]>[] }).children.at(at) ?? {}
        const list = holder[prop] ?? []
        const tree = (given: unknown): object => ({ kind: 'column', children: [{ ...holder, [prop]: given }] })
        const expected = parseUITree(structuredClone(tree(list)), { limits: LIMITS, handlers })
        const options: Options = { known: new WeakMap(), kept: new Map([...parts, list].map((part) => [part, null])) }
        expect(parseUITree(tree(list), { limits: LIMITS, handlers, ...options })).toEqual(expected)
        const kept = options.kept.get(list)
        expect(kept === null).toBe(expected.issues.length > 0)
        if (kept === null) continue
        const again = parseUITree(tree(kept), { limits: LIMITS, handlers, known: options.known })
        expect(again).toEqual(expected)
        const [node] = (again.tree as unknown as { children: Record<string, unknown>[] }).children
        expect(node?.[prop]).toBe(kept)
        // What it counted it counts again.
        for (let treeNodes = 1; treeNodes < 12; treeNodes += 1) {
          const outcome = (given: unknown, more: object): boolean => {
            try {
              return (
                parseUITree(tree(given), { limits: { ...LIMITS, treeNodes }, handlers, ...more }).issues.length === 0
              )
            } catch {
              return false
            }
          }
          expect(outcome(kept, { known: options.known })).toBe(outcome(structuredClone(list), {}))
        }
      }
    },
  )

  test('count the dialogs that are open in them', () => {
    const dialog = { kind: 'dialog', title: 'D', open: true, onClose: { handler: 'close' }, children: [] }
    const part = { kind: 'row', children: Array.from({ length: 4 }, () => ({ ...dialog })) }
    const known: Options['known'] = new WeakMap()
    const kept: Options['kept'] = new Map([[part, null]])
    parseUITree({ kind: 'column', children: [part] }, { known, kept })
    const column = (count: number): object => ({ kind: 'column', children: Array(count).fill(kept.get(part)) })
    expect(parseUITree(column(2), { known }).issues).toEqual([])
    expect(() => parseUITree(column(3), { known })).toThrow(/one open dialog more/)
  })

  test.prop([uiNode])('count as they did, in nodes and in levels', (node) => {
    const known: Options['known'] = new WeakMap()
    const kept: Options['kept'] = new Map([[node, null]])
    parseUITree({ kind: 'column', children: [node] }, { limits: LIMITS, known, kept })
    const part = kept.get(node)
    if (part === null || part === undefined) return
    const tree = (child: object): object => ({ kind: 'panel', children: [{ kind: 'row', children: [child] }] })
    const outcome = (child: object, limits: object, options: object): string => {
      try {
        parseUITree(tree(child), { limits: { ...LIMITS, ...limits }, ...options })
        return 'fine'
      } catch (error) {
        return String(error)
      }
    }
    for (let limit = 1; limit < 12; limit += 1) {
      for (const limits of [{ treeNodes: limit }, { treeDepth: limit }]) {
        expect(outcome(part, limits, { known }) === 'fine').toBe(outcome(node, limits, {}) === 'fine')
      }
    }
    for (let depth = 1; depth < 20; depth += 1) {
      expect(inspectJson(tree(part), { depth, known }) === null).toBe(inspectJson(tree(node), { depth }) === null)
    }
  })
})
