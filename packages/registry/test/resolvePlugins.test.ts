import { grantRequested, operatorPolicy } from '@plugboard/capabilities'
import { createLock, resolvePlugins, type Lock } from '@plugboard/registry'
import { describe, expect, it } from 'vitest'

import { candidateOf, codesOf, digestOf, enabledOf, enablementOf, inventoryOf } from './candidates.ts'

const clock = candidateOf()

function lockOf(ref: string, version = '1.0.0', digest = digestOf('a')): Lock {
  return { version: 1, plugins: { [ref]: { version, digest, location: 'clock-1.0.0.plug' } } }
}

/** The one entry of a plan about one package. */
function resolveOne(options: Parameters<typeof resolvePlugins>[0]) {
  const { entries } = resolvePlugins(options)
  const [entry] = entries
  if (entry === undefined || entries.length > 1) throw new Error(`Expected one entry, and there are ${entries.length}.`)
  return { ...entry, codes: codesOf(entry.diagnostics) }
}

describe('the status of a package', () => {
  it('is active when it is enabled and gets all that it asks for', () => {
    const requests = { readShared: ['counter'] }
    const inventory = inventoryOf(candidateOf({}, { requests }))
    const entry = resolveOne({ inventory, enablement: enablementOf(enabledOf({ grants: requests })) })
    expect([entry.status, entry.codes, entry.effective.readShared]).toEqual(['active', [], ['counter']])
    expect(entry.surfaces).toEqual([{ kind: 'widget', name: 'main', isEnabled: true }])
  })

  it('is partial when it gets less than it asks for', () => {
    const inventory = inventoryOf(candidateOf({}, { requests: { readShared: ['counter'] } }))
    const entry = resolveOne({ inventory, enablement: enablementOf(enabledOf()) })
    expect([entry.status, entry.codes, entry.effective.readShared]).toEqual(['partial', ['grant-missing'], []])
  })

  it('is partial when one of its surfaces is left out', () => {
    const surfaces = { widgets: [{ id: 'main', title: 'Clock' }], hooks: [{ point: 'before-save' }] }
    const inventory = inventoryOf(candidateOf({}, { surfaces }))
    const entry = resolveOne({ inventory, enablement: enablementOf(enabledOf({ surfaces: ['widget:main'] })) })
    expect([entry.status, entry.codes]).toEqual(['partial', ['grant-missing']])
    expect(entry.surfaces.map(({ isEnabled }) => isEnabled)).toEqual([true, false])
  })

  it('is disabled when nobody enabled it, or none of its surfaces is taken', () => {
    const idle = resolveOne({ inventory: inventoryOf(clock), enablement: enablementOf() })
    expect([idle.status, idle.effective]).toMatchObject(['disabled', { readShared: [] }])
    const bare = resolveOne({ inventory: inventoryOf(clock), enablement: enablementOf(enabledOf({ surfaces: [] })) })
    expect([bare.status, bare.surfaces[0]?.isEnabled]).toEqual(['disabled', false])
  })

  it('is missing when no source has it, or its content was not fetched', () => {
    const absent = resolveOne({ inventory: inventoryOf(), enablement: enablementOf(enabledOf()) })
    expect([absent.status, absent.codes]).toEqual(['missing', ['package-missing']])
    const { manifest: _, ...listed } = clock
    const unread = resolveOne({ inventory: inventoryOf(listed), enablement: enablementOf(enabledOf()) })
    expect([unread.status, unread.codes]).toEqual(['missing', ['package-unread']])
  })

  it('is rejected when it has no digest, for nothing could hold it to its content', () => {
    const { digest: _, ...whole } = clock
    const { digest: __, ...enabled } = enabledOf()
    const entry = resolveOne({ inventory: inventoryOf(whole), enablement: enablementOf(enabled) })
    expect([entry.status, entry.codes]).toEqual(['rejected', ['digest-unpinned', 'package-unread']])
  })

  it('is rejected when the package itself is wrong, enabled or not', () => {
    const diagnostics = [{ code: 'runtime-legacy', severity: 'error', phase: 'runtime', message: 'No.' }] as const
    const inventory = inventoryOf(candidateOf({ diagnostics }))
    expect(resolveOne({ inventory, enablement: enablementOf() })).toMatchObject({ status: 'rejected' })
    const entry = resolveOne({ inventory, enablement: enablementOf(enabledOf()) })
    expect(entry).toMatchObject({ status: 'rejected', codes: ['runtime-legacy'], surfaces: [{ isEnabled: false }] })
    expect(entry.diagnostics[0]).toMatchObject({ ref: 'folder:clock' })
  })

  it('is rejected, under a name that nothing can enable, when no manifest could be read', () => {
    const broken = { source: 'folder', location: 'clock', diagnostics: [] }
    const { entries } = resolvePlugins({ inventory: inventoryOf(broken, clock), enablement: enablementOf(enabledOf()) })
    expect(entries.map(({ ref, status }) => [ref, status])).toEqual([
      ['folder:./clock', 'disabled'],
      ['folder:clock', 'active'],
    ])
  })
})

describe('what is pinned', () => {
  const newer = candidateOf({ digest: digestOf('b') }, { version: '1.1.0' })

  it('is found by a name without source where only one source has it', () => {
    const entry = resolveOne({ inventory: inventoryOf(clock), enablement: enablementOf(enabledOf({ ref: 'clock' })) })
    expect([entry.ref, entry.status]).toEqual(['folder:clock', 'active'])
  })

  it('rejects another version and another content', () => {
    const version = enablementOf(enabledOf({ version: '2.0.0' }))
    expect(resolveOne({ inventory: inventoryOf(clock), enablement: version })).toMatchObject({
      status: 'rejected',
      codes: ['version-mismatch'],
    })
    const digest = enablementOf(enabledOf({ digest: digestOf('c') }))
    expect(resolveOne({ inventory: inventoryOf(clock), enablement: digest })).toMatchObject({
      status: 'rejected',
      codes: ['digest-mismatch'],
    })
  })

  it('holds by the lock too, and both have to agree', () => {
    const { digest: _, ...unpinned } = enabledOf()
    const inventory = inventoryOf(clock)
    const lock = lockOf('folder:clock')
    expect(resolveOne({ inventory, enablement: enablementOf(unpinned), lock }).codes).toEqual([])
    const tampered = inventoryOf(candidateOf({ digest: digestOf('b') }))
    expect(resolveOne({ inventory: tampered, enablement: enablementOf(unpinned), lock }).codes).toEqual([
      'digest-mismatch',
    ])
    // A person pinned the new content, and the lock still has the old one.
    const moved = enablementOf(enabledOf({ digest: digestOf('b') }))
    expect(resolveOne({ inventory: tampered, enablement: moved, lock })).toMatchObject({
      status: 'rejected',
      codes: ['lock-stale', 'digest-mismatch'],
    })
  })

  it('is said to be missing where nothing pins the content', () => {
    const { digest: _, ...unpinned } = enabledOf()
    const entry = resolveOne({ inventory: inventoryOf(clock), enablement: enablementOf(unpinned) })
    expect([entry.status, entry.codes]).toEqual(['active', ['digest-unpinned']])
  })

  it('stays when a newer version comes, which is only said', () => {
    const { entries } = resolvePlugins({ inventory: inventoryOf(clock, newer), enablement: enablementOf(enabledOf()) })
    expect(entries.map(({ diagnostics, status, version }) => [version, status, codesOf(diagnostics)])).toEqual([
      ['1.0.0', 'active', ['update-available']],
      ['1.1.0', 'disabled', []],
    ])
  })

  it('is nothing where two versions are there and none is named', () => {
    const { digest: _, ...unpinned } = enabledOf()
    const { entries } = resolvePlugins({ inventory: inventoryOf(clock, newer), enablement: enablementOf(unpinned) })
    expect(entries.map(({ diagnostics, status }) => [status, codesOf(diagnostics)])).toEqual([
      ['rejected', ['package-duplicate']],
      ['disabled', []],
      ['disabled', []],
    ])
  })

  it('says which entries of a lock have become idle, and which packages are not in it', () => {
    const lock = lockOf('folder:notes')
    const { diagnostics, entries } = resolvePlugins({
      inventory: inventoryOf(clock),
      enablement: enablementOf(enabledOf()),
      lock,
    })
    expect(diagnostics).toMatchObject([{ code: 'lock-stale', ref: 'folder:notes' }])
    expect(codesOf(entries[0]?.diagnostics ?? [])).toEqual(['lock-stale'])
  })

  it('is locked as it runs, and what does not run is not', () => {
    const other = candidateOf({}, { id: 'notes' })
    const plan = resolvePlugins({ inventory: inventoryOf(clock, other), enablement: enablementOf(enabledOf()) })
    expect(createLock(plan)).toEqual(lockOf('folder:clock'))
  })
})

describe('a name that may mean more than one package', () => {
  const elsewhere = candidateOf({ source: 'npm' })

  it('means none', () => {
    const enablement = enablementOf(enabledOf({ ref: 'clock' }))
    const { entries } = resolvePlugins({ inventory: inventoryOf(clock, elsewhere), enablement })
    expect(entries.map(({ ref, status }) => [ref, status])).toEqual([
      ['clock', 'rejected'],
      ['folder:clock', 'disabled'],
      ['npm:clock', 'disabled'],
    ])
    expect(entries[0]?.diagnostics).toMatchObject([
      { code: 'ref-ambiguous', message: expect.stringContaining('npm:clock') },
    ])
  })

  it('is made clear by its source', () => {
    const { entries } = resolvePlugins({
      inventory: inventoryOf(clock, elsewhere),
      enablement: enablementOf(enabledOf()),
    })
    expect(entries.map(({ status }) => status)).toEqual(['active', 'disabled'])
  })

  it('stays the one that is locked, whatever other sources have under that name', () => {
    const enablement = enablementOf(enabledOf({ ref: 'clock' }))
    const lock = lockOf('folder:clock')
    const both = resolvePlugins({ inventory: inventoryOf(clock, elsewhere), enablement, lock })
    expect(both.entries.map(({ ref, status }) => [ref, status])).toEqual([
      ['folder:clock', 'active'],
      ['npm:clock', 'disabled'],
    ])
    const unreadable = { source: 'folder', location: 'clock', diagnostics: [] }
    for (const gone of [inventoryOf(elsewhere), inventoryOf(unreadable, elsewhere)]) {
      const { entries } = resolvePlugins({ inventory: gone, enablement, lock })
      const [missing, other] = entries.filter(({ ref }) => ref.endsWith(':clock'))
      expect([missing?.ref, missing?.status, other?.status]).toEqual(['folder:clock', 'missing', 'disabled'])
      expect(missing?.diagnostics).toMatchObject([
        { code: 'package-missing', message: expect.stringContaining('folder:clock') },
      ])
    }
  })

  it('is rejected from every source when it is enabled from two', () => {
    const enablement = enablementOf(enabledOf(), enabledOf({ ref: 'npm:clock' }))
    const { entries } = resolvePlugins({ inventory: inventoryOf(clock, elsewhere), enablement })
    expect(entries.map(({ diagnostics, status }) => [status, codesOf(diagnostics)])).toEqual([
      ['rejected', ['ref-ambiguous']],
      ['rejected', ['ref-ambiguous']],
    ])
  })

  it('is rejected when it is enabled twice', () => {
    const { entries } = resolvePlugins({
      inventory: inventoryOf(clock),
      enablement: enablementOf(enabledOf(), enabledOf({ ref: 'clock' })),
    })
    expect(entries.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

describe('what a package may do', () => {
  const requests = {
    readShared: ['*'],
    https: [{ host: '*.example.org', methods: ['GET', 'POST'] }],
    fs: [{ root: 'notes', operations: ['read', 'write'] as const }],
    secrets: ['token'],
  }
  const inventory = inventoryOf(candidateOf({}, { requests }))

  it('is cut by the policy of the host, which says so', () => {
    const entry = resolveOne({
      inventory,
      enablement: enablementOf(enabledOf({ grants: { https: requests.https, fs: requests.fs, secrets: ['token'] } })),
      policy: { most: { https: [{ host: 'api.example.org' }], fs: [] }, surfaces: ['widget'] },
    })
    expect(entry.effective).toMatchObject({
      https: [{ host: 'api.example.org', methods: ['GET', 'POST'] }],
      fs: [],
      secrets: ['token'],
    })
    expect(entry.codes).toEqual(['grant-missing', 'policy-denied', 'policy-denied'])
  })

  it('is all shared data only through a policy that names its operators', () => {
    const enablement = enablementOf(enabledOf({ grants: { readShared: ['*'] } }))
    const read = (policy: Parameters<typeof resolvePlugins>[0]['policy']) =>
      resolveOne({ inventory, enablement, ...(policy === undefined ? {} : { policy }) }).effective.readShared
    expect(read({ capabilities: operatorPolicy({ operators: ['clock'] }) })).toEqual(['*'])
    expect(read(undefined)).toEqual([])
    expect(read({ capabilities: grantRequested })).toEqual([])
    // Shared data that is named one by one needs no operator.
    const named = enablementOf(enabledOf({ grants: { readShared: ['counter'] } }))
    const both = inventoryOf(candidateOf({}, { requests: { readShared: ['*', 'counter'] } }))
    expect(resolveOne({ inventory: both, enablement: named }).effective.readShared).toEqual(['counter'])
  })

  it('is never what it did not ask for, which is said', () => {
    const grants = { writeShared: ['counter'], https: [{ host: 'other.net' }] }
    const entry = resolveOne({ inventory: inventoryOf(clock), enablement: enablementOf(enabledOf({ grants })) })
    expect([entry.status, entry.codes]).toEqual(['active', ['grant-unrequested', 'grant-unrequested']])
    expect(entry.effective).toMatchObject({ writeShared: [], https: [] })
  })

  it('is not a surface that it does not have, which is said with the one that was meant', () => {
    const entry = resolveOne({
      inventory: inventoryOf(clock),
      enablement: enablementOf(enabledOf({ surfaces: ['widget:mian', 'widget:main'] })),
    })
    expect(entry.diagnostics).toMatchObject([
      { code: 'grant-unrequested', message: expect.stringContaining('widget:main') },
    ])
  })

  it('is not a surface of a kind that the host does not take', () => {
    const entry = resolveOne({ inventory, enablement: enablementOf(enabledOf()), policy: { surfaces: ['tool'] } })
    expect([entry.status, entry.codes]).toEqual([
      'disabled',
      ['grant-missing', 'grant-missing', 'grant-missing', 'grant-missing', 'policy-denied'],
    ])
  })
})

describe('the configuration of a package', () => {
  const configSchema = { type: 'object', properties: { zone: { type: 'string' } }, required: ['zone'] }
  const inventory = inventoryOf(candidateOf({}, { configSchema }))

  it('has to be what the package says it may be', () => {
    const resolve = (config: Readonly<Record<string, string | number>>) =>
      resolveOne({ inventory, enablement: enablementOf(enabledOf({ config })) })
    expect(resolve({ zone: 'UTC' })).toMatchObject({ status: 'active', config: { zone: 'UTC' } })
    expect(resolve({ zone: 1 })).toMatchObject({ status: 'rejected', codes: ['config-invalid'] })
    expect(resolve({}).diagnostics[0]?.message).toContain('zone')
  })

  it('has to be empty where the package takes none', () => {
    const enablement = enablementOf(enabledOf({ config: { zone: 'UTC' } }))
    expect(resolveOne({ inventory: inventoryOf(clock), enablement }).codes).toEqual(['config-invalid'])
  })

  it('is refused, and hangs nothing, where the schema runs in circles', () => {
    const circle = inventoryOf(candidateOf({}, { configSchema: { $ref: '#' } }))
    expect(resolveOne({ inventory: circle, enablement: enablementOf(enabledOf()) }).codes).toEqual(['config-invalid'])
  })

  it('is refused when it has more values than a schema can be asked about in a moment', () => {
    const resolve = (length: number) =>
      resolveOne({
        inventory: inventoryOf(candidateOf({}, { configSchema: { type: 'object' } })),
        enablement: enablementOf(enabledOf({ config: { list: Array.from({ length }, () => 0) } })),
      }).codes
    expect([resolve(500), resolve(1_000)]).toEqual([[], ['config-invalid']])
  })

  it('leaves the schema as it was', () => {
    const frozen = Object.freeze({ type: 'object', properties: Object.freeze({}) })
    const entry = resolveOne({
      inventory: inventoryOf(candidateOf({}, { configSchema: frozen })),
      enablement: enablementOf(enabledOf()),
    })
    expect(entry.status).toBe('active')
  })
})

describe('a signature', () => {
  const evidence = { id: 'clock', version: '1.0.0', digest: digestOf('a') }
  const trustedKeys = [{ name: 'us', publicKey: '' }]
  const codes = (verdict: 'trusted' | 'untrusted' | 'invalid' | undefined, requiredFrom: readonly string[] = []) =>
    resolveOne({
      inventory: inventoryOf(clock),
      enablement: enablementOf(enabledOf()),
      policy: { signatures: { trustedKeys, requiredFrom } },
      ...(verdict === undefined ? {} : { signatures: [{ ...evidence, verdict }] }),
    })

  it('is needed where the policy asks for one, and has to be of a key that it lists', () => {
    expect(codes(undefined, ['folder'])).toMatchObject({ status: 'rejected', codes: ['signature-missing'] })
    expect(codes(undefined, ['*'])).toMatchObject({ status: 'rejected' })
    expect(codes('untrusted', ['folder'])).toMatchObject({ status: 'rejected', codes: ['signature-untrusted'] })
    expect(codes('trusted', ['folder'])).toMatchObject({ status: 'active', codes: [] })
  })

  it('is not needed elsewhere, and still has to be one', () => {
    expect(codes(undefined, ['npm'])).toMatchObject({ status: 'active', codes: [] })
    expect(codes('untrusted')).toMatchObject({ status: 'active', codes: ['signature-untrusted'] })
    expect(codes('invalid')).toMatchObject({ status: 'rejected', codes: ['signature-invalid'] })
  })

  it('of another content, version or package counts for nothing', () => {
    const resolve = (other: Partial<typeof evidence>) =>
      resolveOne({
        inventory: inventoryOf(clock),
        enablement: enablementOf(enabledOf()),
        policy: { signatures: { trustedKeys, requiredFrom: ['*'] } },
        signatures: [{ ...evidence, ...other, verdict: 'trusted' }],
      }).codes
    expect(resolve({ digest: digestOf('b') })).toEqual(['signature-missing'])
    expect(resolve({ version: '1.0.1' })).toEqual(['signature-missing'])
    expect(resolve({ id: 'notes' })).toEqual(['signature-missing'])
  })
})
