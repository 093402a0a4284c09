import { createIndexSource, discover, REGISTRY_LIMITS, type Candidate } from '@plugboard/registry'
import { describe, expect, it, vi } from 'vitest'

import { codesOf, digestOf } from './candidates.ts'
import { entryOf, startIndexServer, type IndexServer } from './indexServer.ts'
import { encode, packTestPackage } from './packages.ts'

const clock = await packTestPackage()
const entry = entryOf('clock', clock)

async function readFirst(server: IndexServer): Promise<readonly string[]> {
  const source = createIndexSource({ id: 'index', url: server.url, fetch })
  const { candidates } = await source.list()
  const [candidate] = candidates
  if (candidate === undefined) throw new Error('Nothing is listed.')
  const { diagnostics, files } = await source.read(candidate)
  return [files === undefined ? 'refused' : 'read', ...codesOf(diagnostics)]
}

describe('an index', () => {
  it('is all that is fetched when packages are looked for', async () => {
    await using server = await startIndexServer()
    server.setIndex([entry])
    const { candidates } = await discover([createIndexSource({ id: 'index', url: server.url, fetch })])
    expect(server.asked).toEqual(['/plugins/index.json'])
    expect(candidates[0]).toEqual({
      source: 'index',
      location: 'clock.plug',
      id: 'clock',
      version: '1.0.0',
      digest: clock.digest,
      size: clock.archive.length,
      diagnostics: [],
    } satisfies Candidate)
  })

  it.each([
    ['is no JSON', '[', 'index-invalid'],
    ['is no list', '{}', 'index-invalid'],
    ['has a prototype', '[{"__proto__":{}}]', 'index-invalid'],
    ['is nested too deep', '['.repeat(100_000), 'index-invalid'],
    ['is too large', ' '.repeat(REGISTRY_LIMITS.textBytes + 1), 'source-too-large'],
  ])('lists nothing when it %s', async (_what, text, code) => {
    await using server = await startIndexServer()
    server.answers.set('/plugins/index.json', { bytes: encode(text) })
    const { candidates, diagnostics } = await createIndexSource({ id: 'index', url: server.url, fetch }).list()
    expect([candidates, codesOf(diagnostics)]).toEqual([[], [code]])
  })

  it.each([
    ['no entry', 7],
    ['no id', { ...entry, id: '../clock' }],
    ['a range for a version', { ...entry, version: '^1.0.0' }],
    ['half a digest', { ...entry, digest: 'sha256:00' }],
    ['more than a package may have', { ...entry, size: 17_000_000 }],
    ['something unknown', { ...entry, run: 'now' }],
  ])('lists the others when an entry has %s', async (_what, wrong) => {
    await using server = await startIndexServer()
    server.setIndex([wrong, entry])
    const { candidates, diagnostics } = await createIndexSource({ id: 'index', url: server.url, fetch }).list()
    expect([candidates.map(({ id }) => id), codesOf(diagnostics)]).toEqual([['clock'], ['index-invalid']])
  })

  it('ends at a thousand entries, and reports no more than twenty faults', async () => {
    await using server = await startIndexServer()
    server.setIndex([...Array.from({ length: 1_000 }, () => 7), entry])
    const { candidates, diagnostics } = await createIndexSource({ id: 'index', url: server.url, fetch }).list()
    expect([candidates, diagnostics.length]).toEqual([[], 20])
  })

  it('chooses no other host, no other scheme and no user', async () => {
    await using server = await startIndexServer()
    const addresses = ['https://other.example/clock.plug', '//other.example/clock.plug', 'file:///etc/passwd']
    server.setIndex(
      [...addresses, 'data:,x', `http://me:pw@${new URL(server.url).host}/clock.plug`].map((url) => ({
        ...entry,
        url,
      })),
    )
    const asked = vi.fn(fetch)
    const source = createIndexSource({ id: 'index', url: server.url, fetch: asked })
    const { candidates } = await source.list()
    for (const candidate of candidates) {
      expect(codesOf(candidate.diagnostics)).toEqual(['index-invalid'])
      expect(codesOf((await source.read(candidate)).diagnostics)).toEqual(['index-invalid'])
    }
    expect([candidates.length, asked.mock.calls.length]).toEqual([5, 1])
  })

  it('is asked without credentials, and for no redirects', async () => {
    await using server = await startIndexServer()
    server.answers.set('/plugins/index.json', { redirect: '/elsewhere.json' })
    server.answers.set('/elsewhere.json', { bytes: encode('[]') })
    const asked = vi.fn(fetch)
    const listing = await createIndexSource({ id: 'index', url: server.url, fetch: asked }).list()
    expect(codesOf(listing.diagnostics)).toEqual(['source-unavailable'])
    expect(asked.mock.calls[0]?.[1]).toMatchObject({ redirect: 'error', credentials: 'omit' })
    // Nor is one taken from a fetch that follows them all the same.
    const follows = createIndexSource({
      id: 'index',
      url: server.url,
      fetch: (address, init) => fetch(address, { ...init, redirect: 'follow' }),
    })
    expect(codesOf((await follows.list()).diagnostics)).toEqual(['source-unavailable'])
  })

  it('needs an address of http or https', () => {
    for (const url of ['file:///plugins.json', 'index.json', 'https://me@example.org/']) {
      expect(() => createIndexSource({ id: 'index', url, fetch })).toThrow(TypeError)
    }
    expect(() => createIndexSource({ id: 'Index', url: 'https://example.org/', fetch })).toThrow(TypeError)
  })
})

describe('an archive of an index', () => {
  it('is read when it is what the index says', async () => {
    await using server = await startIndexServer()
    server.setIndex([entry])
    server.answers.set('/plugins/clock.plug', { bytes: clock.archive })
    expect(await readFirst(server)).toEqual(['read'])
  })

  it('is not read beyond the size that the index says', async () => {
    await using server = await startIndexServer()
    server.setIndex([entry])
    server.answers.set('/plugins/clock.plug', { endless: true })
    expect(await readFirst(server)).toEqual(['refused', 'digest-mismatch'])
  })

  it('is refused when it is shorter, changed, redirected or gone', async () => {
    await using server = await startIndexServer()
    server.setIndex([entry])
    server.answers.set('/plugins/clock.plug', { bytes: clock.archive.subarray(1) })
    expect(await readFirst(server)).toEqual(['refused', 'digest-mismatch'])
    const other = await packTestPackage({}, '// clock 1.0.1')
    server.setIndex([{ ...entry, size: other.archive.length }])
    server.answers.set('/plugins/clock.plug', { bytes: other.archive })
    expect(await readFirst(server)).toEqual(['refused', 'digest-mismatch'])
    server.answers.set('/plugins/clock.plug', { redirect: '/plugins/other.plug' })
    expect(await readFirst(server)).toEqual(['refused', 'source-unavailable'])
    server.answers.delete('/plugins/clock.plug')
    expect(await readFirst(server)).toEqual(['refused', 'source-unavailable'])
  })

  it('is not looked into unless all of it has the digest', async () => {
    await using server = await startIndexServer()
    server.setIndex([{ ...entry, digest: digestOf('0') }])
    server.answers.set('/plugins/clock.plug', { bytes: clock.archive })
    const parse = vi.spyOn(JSON, 'parse')
    const source = createIndexSource({ id: 'index', url: server.url, fetch })
    const [candidate] = (await source.list()).candidates
    parse.mockClear()
    if (candidate === undefined) throw new Error('Nothing is listed.')
    expect(codesOf((await source.read(candidate)).diagnostics)).toEqual(['digest-mismatch'])
    expect(parse).not.toHaveBeenCalled()
    vi.restoreAllMocks()
  })

  it('is refused when the index calls it by the name or version of another package', async () => {
    await using server = await startIndexServer()
    server.answers.set('/plugins/clock.plug', { bytes: clock.archive })
    server.setIndex([{ ...entry, id: 'notes' }])
    expect(await readFirst(server)).toEqual(['refused', 'index-invalid'])
    server.setIndex([{ ...entry, version: '9.0.0' }])
    expect(await readFirst(server)).toEqual(['refused', 'index-invalid'])
  })
})
