import { NO_GRANTS, type JsonValue } from '@plugboard/contracts'
import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'
import { expect, test } from 'vitest'

import { writeWorkspaceFile } from '../share/workspaceFile.ts'
import { arriveByFile } from './arriveByFile.ts'

const WISHES = { readShared: ['counter-summary'], writeShared: ['counter-summary'], systemCommands: [] }

function exported(change: Readonly<Record<string, JsonValue>> = {}): string {
  const parts: Readonly<Record<string, JsonValue>> = {
    workspace: { format: 'plugboard-workspace', version: 1, instances: ['counter@a'] },
    'instance/counter@a': { title: 'Not a \u202Ecounter', enabled: true, hasState: true, hasCode: false },
    'state/counter@a': { value: 3 },
    'grants/counter@a': WISHES,
    'app/project/mine': {
      title: 'Mine',
      files: { 'plugin.tsx': 'one\ntwo\n', 'manifest.json': '{}' },
      editedAt: 1,
    },
    ...change,
  }
  return JSON.stringify({ format: 'plugboard-workspace-export', version: 1, now: Object.entries(parts) })
}

test('a file says what is in it, and runs and stores nothing', () => {
  const { asks, damaged, name, plugins } = arriveByFile(writeWorkspaceFile('Lab', exported()), 'other.json')
  expect([name, damaged]).toEqual(['Lab', 0])
  expect(plugins).toMatchObject([
    { packageId: 'mine', title: 'Mine', instances: 0, code: 'one\ntwo\n' },
    // A preset is called what the playground calls it.
    { packageId: 'counter', title: 'Counter', instances: 1, code: null },
  ])
  expect(asks.known).toEqual([
    { verb: 'readShared', name: 'counter-summary' },
    { verb: 'writeShared', name: 'counter-summary' },
  ])
  expect(arriveByFile(exported(), 'My lab.json').name).toBe('My lab')
})

test('what it says of grants is a wish', async () => {
  const arrival = arriveByFile(exported(), 'lab.json')
  for (const [granted, grants] of [
    [[], NO_GRANTS],
    [[{ verb: 'readShared', name: 'counter-summary' }], { ...NO_GRANTS, readShared: ['counter-summary'] }],
    [[{ verb: 'writeShared', name: 'greeter-profile' }], NO_GRANTS],
  ] as const) {
    const storage = createMemoryStorage({ place: createMemoryPlace() })
    await arrival.settle(storage, granted)
    const { parts } = await storage.read()
    expect(parts.get('grants/counter@a')).toEqual(grants)
    expect(parts.get('state/counter@a')).toEqual({ value: 3 })
  }
})

test('parts that are damaged are counted, and stored as they are', async () => {
  const arrival = arriveByFile(exported({ 'instance/counter@a': 7 }), 'lab.json')
  expect(arrival.damaged).toBeGreaterThan(0)
  const storage = createMemoryStorage()
  await arrival.settle(storage, [])
  expect((await storage.read()).parts.get('instance/counter@a')).toBe(7)
})

test.for([
  ['SHARE_TOO_NEW', exported({ workspace: { format: 'plugboard-workspace', version: 9, instances: [] } })],
  ['SHARE_UNREADABLE', '{"format":"plugboard-workspace-export","version":1,"now":7}'],
] as const)('is refused with %s', ([code, text]) => {
  expect(() => arriveByFile(text, 'lab.json')).toThrow(expect.objectContaining({ code }))
})
