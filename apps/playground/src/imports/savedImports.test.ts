import { NO_GRANTS, type JsonValue } from '@plugboard/contracts'
import { inspectPackage } from '@plugboard/package-format'
import { beforeAll, expect, test, vi } from 'vitest'

import { clockFiles } from '../../test/kit/packedPlugin.ts'
import { checkImport } from './checkImports.ts'
import { CHECKING, type ImportedPackage } from './importedPackage.ts'
import { packContent } from './packageContent.ts'
import { contentPart, cutImport, readImport, SavedImports, writeImport } from './savedImports.ts'

const WISHES = { ...NO_GRANTS, readShared: ['counter-summary'] }
let clock: ImportedPackage

beforeAll(async () => {
  const { digest, files, manifest } = await inspectPackage(clockFiles())
  if (digest === undefined || manifest === undefined) throw new Error('The package is none.')
  clock = {
    packageId: 'clock',
    title: 'Clock',
    version: '1.0.0',
    digest,
    granted: WISHES,
    parked: null,
    content: packContent(files),
    check: { state: 'sound', manifest },
  }
})

/** A workspace of parts alone. */
function workspaceOf(entries: Iterable<readonly [string, JsonValue]> = []) {
  const parts = new Map(entries)
  const setPart = vi.fn<(name: string, value: JsonValue) => void>((name, value) => {
    if (value === null) parts.delete(name)
    else parts.set(name, value)
  })
  return { parts, setPart }
}

test('a package is there again with its content and its answers, to be checked anew', async () => {
  const workspace = workspaceOf()
  new SavedImports().save(workspace, { clock })
  const { imports, problems } = new SavedImports().restore(workspace, new Set())
  expect(problems).toEqual([])
  expect(imports).toEqual({ clock: { ...clock, check: CHECKING } })
  expect(await checkImport(imports['clock'] ?? clock)).toEqual(clock.check)
})

test('a content is written once, and goes with the last package that has it', () => {
  const workspace = workspaceOf()
  const saved = new SavedImports()
  saved.save(workspace, { clock })
  const names = [...workspace.parts.keys()]
  expect(names).toEqual([`content/${clock.digest.slice(7)}`, 'package/clock'])
  workspace.setPart.mockClear()
  saved.save(workspace, { clock: { ...clock, granted: NO_GRANTS } })
  expect(workspace.setPart.mock.calls.map(([name]) => name)).toEqual(['package/clock'])
  saved.save(workspace, {})
  expect(workspace.parts.size).toBe(0)
})

test.for([
  ['lost', null],
  ['changed', { 'plugin.js': 'AAAA' }],
  ['made into something else', 7],
] as const)('a content that was %s and is put back is there after the next start', async ([, instead]) => {
  const workspace = workspaceOf()
  new SavedImports().save(workspace, { clock })
  const name = contentPart(clock.digest)
  workspace.setPart(name, instead)
  const saved = new SavedImports()
  const { imports } = saved.restore(workspace, new Set())
  expect(await checkImport(imports['clock'] ?? clock)).toMatchObject({ state: 'rejected' })
  workspace.setPart.mockClear()
  // While nothing is put back, what is there stays, whatever else is saved.
  saved.save(workspace, { clock: { ...clock, content: imports['clock']?.content ?? {}, granted: NO_GRANTS } })
  expect(workspace.setPart.mock.calls.map(([part]) => part)).toEqual(['package/clock'])
  saved.save(workspace, { clock })
  const again = new SavedImports().restore(workspace, new Set())
  expect(await checkImport(again.imports['clock'] ?? clock)).toEqual(clock.check)
})

test('a content that was changed is refused by name, whatever was changed', async () => {
  const entry = clock.content['plugin.js'] ?? ''
  for (const [expected, content] of [
    ['digest-mismatch', { ...clock.content, 'plugin.js': `${entry.startsWith('A') ? 'B' : 'A'}${entry.slice(1)}` }],
    ['digest-mismatch', { ...clock.content, 'plugin.js': 'no base64!' }],
    ['package-missing', { 'plugin.js': entry }],
    ['package-missing', {}],
  ] as const) {
    const check = await checkImport({ ...clock, content })
    if (check.state !== 'rejected') throw new Error('It was taken.')
    expect(check.diagnostics.map(({ code }) => code)).toContain(expected)
  }
  // A sound content of another package in its place.
  expect(await checkImport({ ...clock, packageId: 'other' })).toMatchObject({ state: 'rejected' })
})

test('what is no package stays where it is, and is told', () => {
  const saved: readonly (readonly [string, JsonValue])[] = [
    ['package/clock', { title: 1 }],
    ['package/counter', writeImport({ ...clock, packageId: 'counter' })],
    ['package/mine', writeImport({ ...clock, packageId: 'mine' })],
  ]
  const workspace = workspaceOf(saved)
  const imports = new SavedImports()
  const restored = imports.restore(workspace, new Set(['mine']))
  expect(restored.imports).toEqual({})
  expect(restored.problems.map(({ part }) => part)).toEqual(['package/clock', 'package/counter', 'package/mine'])
  imports.save(workspace, { clock })
  expect(workspace.parts.get('unread-package/clock')).toEqual({ title: 1 })
})

test('parked instances of another package are not taken for its own', () => {
  const parked = [{ instanceId: 'clock@a', grants: WISHES }, { instanceId: 'counter@a', grants: WISHES }, 7]
  const value = { ...(writeImport(clock) as object), parked }
  expect(readImport('clock', value)?.parked).toEqual(parked.slice(0, 1))
})

test('a part that came in a file grants no more than was agreed to', () => {
  const parked = [{ instanceId: 'clock@a', grants: WISHES }]
  const value = writeImport({ ...clock, parked })
  expect(cutImport('package/clock', value, () => NO_GRANTS)).toEqual({
    ...(value as object),
    granted: NO_GRANTS,
    parked: [{ instanceId: 'clock@a', grants: NO_GRANTS }],
  })
  expect(cutImport('project/clock', value, () => NO_GRANTS)).toBe(value)
})
