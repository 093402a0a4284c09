import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { uiNode } from '../../test/uiNodes.ts'
import { childNodesOf } from '../ui/childNodes.ts'
import { UI_NODE_KINDS, type UINode } from '../ui/uiNode.ts'
import { nodeSchemas } from './nodeSchemas.ts'
import { compileQuickParse, UNSURE } from './quickParse.ts'

const parsers = Object.fromEntries(UI_NODE_KINDS.map((kind) => [kind, compileQuickParse(nodeSchemas[kind].props)]))

function nodesIn(node: UINode): readonly UINode[] {
  return [node, ...childNodesOf(node).flatMap((child) => nodesIn(child))]
}

/** A record with one member set to something else, or gone. */
const damage = fc.tuple(fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('', 'x'.repeat(70_000), {})))

describe('a quick parse', () => {
  test.prop([uiNode], { numRuns: 300 })('gives for a node what its schema gives, to the last character', (tree) => {
    for (const node of nodesIn(tree)) {
      if (node.kind === 'invalid-node') continue
      const given: unknown = parsers[node.kind]?.(node)
      // What a schema asks of numbers is left to it.
      if (given === UNSURE) expect(['grid', 'progress', 'input', 'heading', 'textarea']).toContain(node.kind)
      else expect(JSON.stringify(given)).toBe(JSON.stringify(z.parse(nodeSchemas[node.kind].props, node)))
    }
  })

  test.prop([uiNode, damage, fc.constantFrom('added', 'kind', '__proto__', 'toString')], { numRuns: 1_000 })(
    'gives nothing that its schema does not give',
    (tree, [at, value], added) => {
      for (const node of nodesIn(tree)) {
        if (node.kind === 'invalid-node') continue
        const names = [...Object.keys(node), added]
        const name = names[at % names.length] ?? added
        const damaged: unknown = JSON.parse(
          JSON.stringify(Object.fromEntries([...Object.entries(node), [name, value]])),
        )
        const given: unknown = parsers[node.kind]?.(damaged)
        if (given === UNSURE) continue
        expect(JSON.stringify(given)).toBe(JSON.stringify(z.parse(nodeSchemas[node.kind].props, damaged)))
      }
    },
  )

  it('leaves to the schema what it does not understand of it', () => {
    for (const schema of [
      z.int(),
      z.number().check(z.minimum(1)),
      z.string().check(z.refine((text) => text !== 'x')),
      z.object({ a: z.string() }),
      z.date(),
      z.array(z.string()).check(z.refine((list) => list.length > 7)),
      z.pipe(
        z.string(),
        z.transform((text) => text.length),
      ),
    ]) {
      for (const value of [1, 'x', { a: 'x' }, new Date(0), ['x']])
        expect(compileQuickParse(schema)(value)).toBe(UNSURE)
    }
  })

  it('asks for what has to be there, and for nothing that may be absent', () => {
    const parse = compileQuickParse(z.strictObject({ a: z.string(), b: z.exactOptional(z.boolean()) }))
    expect(JSON.stringify([{ a: '' }, { b: true, a: '' }].map(parse))).toBe('[{"a":""},{"a":"","b":true}]')
    for (const value of [{}, { b: true }, { a: '', b: undefined }, { a: '', c: 1 }, [], null, 'a']) {
      expect(parse(value)).toBe(UNSURE)
    }
  })
})
