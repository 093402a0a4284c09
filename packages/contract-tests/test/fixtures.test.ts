import { hostileGuests, hostileTrees, UI_NODE_FIXTURE_HANDLERS, uiNodeFixtures } from '@plugboard/contract-tests'
import { inspectJson, PluginRuntimeError, UI_NODE_KINDS } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'
import { describe, expect, test } from 'vitest'

describe('uiNodeFixtures', () => {
  test.each(UI_NODE_KINDS)('has a bare and a full node of kind %s, and both parse without issues', (kind) => {
    expect(uiNodeFixtures[kind].length).toBeGreaterThanOrEqual(2)
    for (const node of uiNodeFixtures[kind]) {
      expect(node.kind).toBe(kind)
      expect(parseUITree(node, { handlers: UI_NODE_FIXTURE_HANDLERS })).toEqual({ tree: node, issues: [] })
    }
  })
})

describe('hostileTrees', () => {
  test('has many trees, each with a name of its own', () => {
    expect(hostileTrees.length).toBeGreaterThanOrEqual(40)
    expect(new Set(hostileTrees.map(({ name }) => name)).size).toBe(hostileTrees.length)
  })

  test.each(hostileTrees.filter(({ outcome }) => outcome === 'refused'))('$name is refused', ({ create }) => {
    expect(() => parseUITree(create())).toThrow(
      expect.objectContaining({ name: 'PluginRuntimeError', code: 'INVALID_TREE' }),
    )
  })

  test.each(hostileTrees.filter(({ outcome }) => outcome === 'contained'))('$name is replaced alone', ({ create }) => {
    const { tree, issues } = parseUITree(create())
    if (tree.kind !== 'column') return expect.fail('the column stays')
    expect(tree.children.map(({ kind }) => kind)).toEqual(['text', 'invalid-node', 'text'])
    expect(issues).toHaveLength(1)
    expect(['invalid-node', 'unknown-kind']).toContain(issues[0]?.code)
    expect(issues[0]?.path).toMatch(/^root\.children\[1\]/)
    expect(issues[0]?.message.length).toBeLessThan(400)
  })

  test.each(hostileTrees.filter(({ outcome }) => outcome === 'reported'))('$name is reported', ({ create }) => {
    const { tree, issues } = parseUITree(create())
    expect(tree).toEqual(create())
    expect(issues).not.toEqual([])
  })

  test.each(hostileTrees.filter(({ outcome }) => outcome === 'text'))('$name stays text', ({ create }) => {
    expect(parseUITree(create())).toEqual({ tree: create(), issues: [] })
  })
})

describe('hostileGuests', () => {
  test('has many guests, each with a name of its own', () => {
    expect(hostileGuests.length).toBeGreaterThanOrEqual(100)
    expect(new Set(hostileGuests.map(({ name }) => name)).size).toBe(hostileGuests.length)
  })

  test.each(hostileGuests.filter(({ at }) => at !== 'load'))('"$name" is JavaScript', ({ code }) => {
    // oxlint-disable-next-line typescript/no-implied-eval -- compiled, never run
    expect(() => new Function(code)).not.toThrow()
  })
})

test('the trees that need no list of kinds are still JSON, so that they can cross a wire', () => {
  const sent = hostileTrees.filter(({ outcome }) => outcome !== 'refused')
  for (const { create } of sent) expect(inspectJson(create())).toBeNull()
  expect(new PluginRuntimeError({ code: 'INVALID_TREE', message: 'x' }).code).toBe('INVALID_TREE')
})
