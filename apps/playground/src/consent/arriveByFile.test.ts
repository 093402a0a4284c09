import { digestJson, NO_GRANTS, type JsonValue } from '@plugboard/contracts'
import { inspectPackage } from '@plugboard/package-format'
import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'
import { expect, test } from 'vitest'

import { clockCode, clockFiles } from '../../test/kit/packedPlugin.ts'
import { packContent } from '../imports/packageContent.ts'
import { writeWorkspaceFile } from '../share/workspaceFile.ts'
import { arriveByFile, openFile } from './arriveByFile.ts'

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

/** Parts of instances with code of their own. */
function running(codes: Readonly<Record<string, string>>): Readonly<Record<string, JsonValue>> {
  const parts = Object.entries(codes).flatMap(([instanceId, code]) => {
    const head = { title: 'Own', enabled: true, hasState: false, hasCode: true, codeDigest: digestJson(code) }
    return [
      [`instance/${instanceId}`, head],
      [`code/${instanceId}`, { code }],
      [`grants/${instanceId}`, { ...NO_GRANTS, readShared: [instanceId.replace('@', '-')] }],
    ] as const
  })
  return {
    workspace: { format: 'plugboard-workspace', version: 1, instances: ['counter@a', ...Object.keys(codes)] },
    ...Object.fromEntries(parts),
  }
}

test('all code that would run is shown, and no text of a project in its place', () => {
  const codes = { 'mine@a': 'harmful()', 'mine@b': 'harmful()', 'mine@c': 'other()', 'stress-flood@a': 'flood()' }
  const { damaged, plugins } = arriveByFile(exported(running(codes)), 'lab.json')
  expect(damaged).toBe(0)
  expect(plugins.map(({ code, instances, packageId }) => [packageId, instances, code])).toEqual([
    ['mine', 0, 'one\ntwo\n'],
    ['counter', 1, null],
    ['mine', 2, 'harmful()'],
    ['mine', 1, 'other()'],
    ['stress-flood', 1, 'flood()'],
  ])
  expect(plugins[2]?.request).toEqual({ readShared: ['mine-a', 'mine-b'] })
  expect(new Set(plugins.map(({ key }) => key)).size).toBe(plugins.length)
})

test('code is shown where its project cannot be read', () => {
  const { plugins } = arriveByFile(
    exported({ ...running({ 'mine@a': 'hidden()' }), 'app/project/mine': 7 }),
    'lab.json',
  )
  expect(plugins).toMatchObject([{ packageId: 'counter' }, { packageId: 'mine', title: 'Own', code: 'hidden()' }])
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

test('an imported package comes with its code to be read, and with what is granted here', async () => {
  const { digest = 'sha256:', files } = await inspectPackage(clockFiles())
  const contentPart = `app/content/${digest.slice('sha256:'.length)}`
  const record = { title: 'Clock', version: '1.0.0', digest, granted: WISHES, parked: null }
  const text = exported({ 'app/package/clock': record, [contentPart]: packContent(files) })
  const arrival = arriveByFile(text, 'lab.json')
  expect(arrival.plugins).toContainEqual(
    expect.objectContaining({ packageId: 'clock', title: 'Clock', code: clockCode(), request: WISHES }),
  )
  const storage = createMemoryStorage({ place: createMemoryPlace() })
  await arrival.settle(storage, [{ verb: 'readShared', name: 'counter-summary' }])
  const { parts } = await storage.read()
  const granted = { ...NO_GRANTS, readShared: ['counter-summary'] }
  expect(parts.get('app/package/clock')).toEqual({ ...record, granted })
  expect(parts.get(contentPart)).toEqual(packContent(files))
})

test('parts that are damaged are counted, and stored as they are', async () => {
  const arrival = arriveByFile(exported({ 'instance/counter@a': 7 }), 'lab.json')
  expect(arrival.damaged).toBeGreaterThan(0)
  const storage = createMemoryStorage()
  await arrival.settle(storage, [])
  expect((await storage.read()).parts.get('instance/counter@a')).toBe(7)
})

test('a file that is too large is refused before it is loaded', async () => {
  const text = () => Promise.resolve(exported())
  expect((await openFile({ name: 'lab.json', size: 150_000_000, text })).name).toBe('lab')
  const unread = () => Promise.reject(new Error('It was loaded.'))
  await expect(openFile({ name: 'lab.json', size: 150_000_001, text: unread })).rejects.toMatchObject({
    code: 'SHARE_TOO_LARGE',
  })
})

test('as many instances and projects as anybody has are asked about, and no more', () => {
  const many = (count: number, code: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`mine@a${index}`, code]))
  const projects = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`app/project/p${index}`, 7]))
  expect(arriveByFile(exported(running(many(199, 'x'))), 'lab.json').plugins).toHaveLength(3)
  expect(arriveByFile(exported(projects(999)), 'lab.json').plugins).toHaveLength(2)
  for (const change of [running(many(200, 'x')), projects(1_000)]) {
    expect(() => arriveByFile(exported(change), 'lab.json')).toThrow(
      expect.objectContaining({ code: 'SHARE_TOO_LARGE' }),
    )
  }
})

test.for([
  // Run would put it into each instance of the preset, with the grants of that.
  ['SHARE_INVALID', exported(running({ 'counter@b': 'posing()' }))],
  ['SHARE_TOO_NEW', exported({ workspace: { format: 'plugboard-workspace', version: 9, instances: [] } })],
  ['SHARE_UNREADABLE', '{"format":"plugboard-workspace-export","version":1,"now":7}'],
] as const)('is refused with %s', ([code, text]) => {
  expect(() => arriveByFile(text, 'lab.json')).toThrow(expect.objectContaining({ code }))
})
