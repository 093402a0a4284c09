import { createSignature } from '@plugboard/package-format'
import {
  acquirePackages,
  createDroppedSource,
  createIndexSource,
  createLock,
  createMemoryCache,
  discover,
  findUpdates,
  formatLock,
  parseLock,
  resolvePlugins,
  restorePlugins,
  verifySignatures,
  type HostPolicy,
  type PackageCache,
} from '@plugboard/registry'
import { describe, expect, it, vi } from 'vitest'

import { codesOf, digestOf, enabledOf, enablementOf } from './candidates.ts'
import { entryOf } from './indexServer.ts'
import { packTestPackage, type TestPackage } from './packages.ts'

const clock = await packTestPackage({ requests: { readShared: ['counter'] } })
const notes = await packTestPackage({ id: 'notes' })
const newer = await packTestPackage({ version: '1.1.0', requests: { readShared: ['counter', 'notes'] } })
const { digest: _, ...unpinned } = enabledOf({ ref: 'dropped:clock', grants: { readShared: ['counter'] } })
const enablement = enablementOf(unpinned)

/** Looks, fetches, decides and locks, as an application does it once. */
async function lockIn(cache: PackageCache, ...packages: readonly TestPackage[]) {
  const source = createDroppedSource({ id: 'dropped' })
  for (const { archive, manifest } of packages) await source.add(`${manifest.id}-${manifest.version}.plug`, archive)
  const found = await discover([source])
  const inventory = await acquirePackages({ inventory: found, enablement, sources: [source], cache })
  const { lock } = parseLock(formatLock(createLock(resolvePlugins({ inventory, enablement }))))
  if (lock === undefined) throw new Error('There is no lock.')
  return { lock, source }
}

describe('what was locked', () => {
  it('comes back from the cache alone, with its content and its grants', async () => {
    const cache = createMemoryCache()
    const { lock } = await lockIn(cache, clock)
    const { contents, entries } = await restorePlugins({ lock, enablement, cache })
    expect(entries).toMatchObject([
      { ref: 'dropped:clock', status: 'active', version: '1.0.0', digest: clock.digest, diagnostics: [] },
    ])
    expect(entries[0]?.effective.readShared).toEqual(['counter'])
    expect([...(contents.get('dropped:clock') ?? [])]).toEqual([...clock.files])
  })

  it('stays when a newer version comes, which is only said', async () => {
    const cache = createMemoryCache()
    const { lock, source } = await lockIn(cache, clock)
    await source.add('clock-1.1.0.plug', newer.archive)
    const plan = await restorePlugins({ lock, enablement, cache })
    expect(plan.entries.map(({ status, version }) => [status, version])).toEqual([['active', '1.0.0']])
    const updates = findUpdates(plan, await discover([source]))
    expect(updates).toMatchObject([{ code: 'update-available', severity: 'info', ref: 'dropped:clock' }])
    expect(await discover([source]).then((inventory) => findUpdates({ ...plan, entries: [] }, inventory))).toEqual([])
  })

  it('is missing when the cache lost it, and nothing is taken in its place', async () => {
    const { lock } = await lockIn(createMemoryCache(), clock)
    const { contents, entries } = await restorePlugins({ lock, enablement, cache: createMemoryCache() })
    expect(entries.map(({ diagnostics, status }) => [status, codesOf(diagnostics)])).toEqual([
      ['missing', ['restore-unavailable']],
    ])
    expect(contents.size).toBe(0)
  })

  it.each([
    ['another version', newer.files],
    [
      'a flipped byte',
      new Map(
        [...clock.files].map(([path, bytes]) => [path, path === 'plugin.js' ? bytes.map((byte) => byte ^ 1) : bytes]),
      ),
    ],
    ['a file less', new Map([...clock.files].slice(1))],
    ['another package', notes.files],
  ])('is rejected when the cache holds %s', async (_what, files) => {
    const cache = createMemoryCache()
    const { lock } = await lockIn(cache, clock)
    const tampered = { ...cache, get: () => Promise.resolve({ files, diagnostics: [] }) }
    const { contents, entries } = await restorePlugins({ lock, enablement, cache: tampered })
    const [entry] = entries
    expect([entry?.status, contents.size, entry?.effective.readShared]).toEqual(['rejected', 0, []])
    expect(codesOf(entry?.diagnostics ?? [])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(digest|version)-mismatch$/)]),
    )
  })

  it('is rejected when what the cache holds is no content any more', async () => {
    const cache = createMemoryCache()
    const { lock } = await lockIn(cache, clock)
    const torn = { code: 'archive-malformed', severity: 'error', phase: 'archive', message: 'Torn.' } as const
    const damaged = { ...cache, get: () => Promise.resolve({ diagnostics: [torn] }) }
    const { entries } = await restorePlugins({ lock, enablement, cache: damaged })
    expect(entries.map(({ diagnostics, status }) => [status, codesOf(diagnostics)])).toEqual([
      ['rejected', ['digest-mismatch', 'archive-malformed']],
    ])
  })

  it('is read only as far as it is enabled', async () => {
    const cache = createMemoryCache()
    const { lock } = await lockIn(cache, clock)
    const get = vi.fn((digest: Parameters<PackageCache['get']>[0]) => cache.get(digest))
    const plan = await restorePlugins({ lock, enablement: enablementOf(), cache: { ...cache, get } })
    expect([plan.entries, codesOf(plan.diagnostics), get.mock.calls.length]).toEqual([[], ['lock-stale'], 0])
  })

  it('does not bring back what was enabled since', async () => {
    const cache = createMemoryCache()
    const { lock } = await lockIn(cache, clock)
    const both = enablementOf(unpinned, enabledOf({ ref: 'dropped:notes' }))
    const { entries } = await restorePlugins({ lock, enablement: both, cache })
    expect(entries.map(({ ref, status }) => [ref, status])).toEqual([
      ['dropped:clock', 'active'],
      ['dropped:notes', 'missing'],
    ])
    // Whether a source has it nobody asked.
    expect(entries[1]?.diagnostics).toMatchObject([
      { code: 'package-unlocked', message: '"dropped:notes" is enabled and not locked.', ref: 'dropped:notes' },
    ])
  })
})

describe('what an index lists', () => {
  const answers = new Map<string, Uint8Array | string>([
    ['https://plugins.example/clock.plug', clock.archive],
    ['https://plugins.example/index.json', JSON.stringify([entryOf('clock', clock)])],
  ])
  const fetch = vi.fn((address: string) => Promise.resolve(new Response(answers.get(address) as BodyInit)))
  const source = createIndexSource({ id: 'index', url: 'https://plugins.example/index.json', fetch })
  const enabled = enablementOf({ ...unpinned, ref: 'index:clock' })

  it('is fetched when it is enabled and wanted, and not before', async () => {
    const found = await discover([source])
    expect(resolvePlugins({ inventory: found, enablement: enabled }).entries).toMatchObject([
      { status: 'missing', diagnostics: [{ code: 'digest-unpinned' }, { code: 'package-unread' }] },
    ])
    const cache = createMemoryCache()
    fetch.mockClear()
    await acquirePackages({ inventory: found, enablement: enablementOf(), sources: [source], cache })
    expect(fetch).not.toHaveBeenCalled()
    const inventory = await acquirePackages({ inventory: found, enablement: enabled, sources: [source], cache })
    expect(resolvePlugins({ inventory, enablement: enabled }).entries).toMatchObject([{ status: 'active' }])
    expect((await cache.get(clock.digest)).files?.size).toBe(clock.files.size)
  })

  it('is missing, with the reason, when it cannot be fetched', async () => {
    const found = await discover([source])
    const gone = createIndexSource({
      id: 'index',
      url: 'https://plugins.example/index.json',
      fetch: () => Promise.reject(new Error('offline')),
    })
    const cache = createMemoryCache()
    const inventory = await acquirePackages({ inventory: found, enablement: enabled, sources: [gone], cache })
    expect(resolvePlugins({ inventory, enablement: enabled }).entries).toMatchObject([
      { status: 'missing', diagnostics: [{ code: 'digest-unpinned' }, { code: 'source-unavailable' }] },
    ])
  })
})

const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
const subject = { id: 'clock', version: '1.0.0', digest: clock.digest }
const signature = await createSignature(subject, keys)
const signed = enablementOf({ ...unpinned, signatures: [signature] })
const trusting: HostPolicy = {
  signatures: { trustedKeys: [{ name: 'author', publicKey: signature.publicKey }], requiredFrom: ['*'] },
}

describe('a signature', () => {
  it('is verified again when the package is restored', async () => {
    const cache = createMemoryCache()
    const { lock } = await lockIn(cache, clock)
    const statusOf = async (options: { readonly enablement: typeof signed; readonly policy: HostPolicy }) =>
      (await restorePlugins({ lock, cache, ...options })).entries.map(({ status }) => status)
    expect(await statusOf({ enablement: signed, policy: trusting })).toEqual(['active'])
    expect(await statusOf({ enablement, policy: trusting })).toEqual(['rejected'])
    const nobody: HostPolicy = { signatures: { trustedKeys: [], requiredFrom: ['dropped'] } }
    expect(await statusOf({ enablement: signed, policy: nobody })).toEqual(['rejected'])
  })

  it('of the source is verified for what is enabled alone, and locked with it', async () => {
    const candidate = {
      source: 'index',
      location: 'clock.plug',
      ...subject,
      manifest: clock.manifest,
      signature,
      diagnostics: [],
    }
    const inventory = { candidates: [candidate, { ...candidate, source: 'other' }], diagnostics: [] }
    const enabled = enablementOf({ ...unpinned, ref: 'index:clock' })
    const policy = trusting.signatures ?? { trustedKeys: [] }
    const evidence = await verifySignatures({ inventory, enablement: enabled, policy })
    expect(evidence).toEqual([{ ...subject, verdict: 'trusted' }])
    const lock = createLock(resolvePlugins({ inventory, enablement: enabled, policy: trusting, signatures: evidence }))
    expect(lock.plugins['index:clock']?.signature).toEqual(signature)
    expect(parseLock(formatLock(lock)).lock).toEqual(lock)
  })

  it.each([
    ['another content', { digest: digestOf('b') }],
    ['another version', { version: '1.0.1' }],
    ['another package', { id: 'notes' }],
  ])('of %s is invalid', async (_what, other) => {
    const wrong = await createSignature({ ...subject, ...other }, keys)
    const candidate = { source: 'dropped', location: 'clock.plug', ...subject, diagnostics: [] }
    const evidence = await verifySignatures({
      inventory: { candidates: [candidate], diagnostics: [] },
      enablement: enablementOf({ ...unpinned, signatures: [wrong] }),
      policy: { trustedKeys: [{ name: 'author', publicKey: signature.publicKey }] },
    })
    expect(evidence.map(({ verdict }) => verdict)).toEqual(['invalid'])
  })
})
