import type { Diagnostic } from '@plugboard/contracts'
import {
  createDroppedSource,
  createIndexSource,
  createMemoryCache,
  discover,
  NO_ENABLEMENT,
  parseEnablement,
  parseLock,
  REGISTRY_DIAGNOSTICS,
  resolvePlugins,
  restorePlugins,
  type Candidate,
  type EnabledPlugin,
  type RegistryDiagnosticCode,
  type ResolvePluginsOptions,
} from '@plugboard/registry'
import { createNodeModulesSource } from '@plugboard/registry/node'
import { describe, expect, it } from 'vitest'

import { candidateOf, digestOf, enabledOf, enablementOf, inventoryOf } from './candidates.ts'
import { createTestFolder } from './folders.ts'

type Case = () => readonly Diagnostic[] | Promise<readonly Diagnostic[]>

const { digest: _, ...unpinned } = enabledOf()
const { manifest: __, ...listed } = candidateOf()

function resolve(
  over: Partial<ResolvePluginsOptions>,
  candidate: Partial<Candidate> = {},
  enabled: Partial<EnabledPlugin> = {},
): readonly Diagnostic[] {
  const { diagnostics, entries } = resolvePlugins({
    inventory: inventoryOf(candidateOf(candidate)),
    enablement: enablementOf(enabledOf(enabled)),
    ...over,
  })
  return [...diagnostics, ...entries.flatMap((entry) => entry.diagnostics)]
}

function indexOf(answer: () => Response): ReturnType<typeof createIndexSource> {
  const url = 'https://plugins.example/index.json'
  return createIndexSource({ id: 'index', url, fetch: () => Promise.resolve(answer()) })
}

const asking = candidateOf({}, { requests: { writeShared: ['counter'], https: [{ host: 'api.example.org' }] } })
const lock = {
  version: 1 as const,
  plugins: { 'folder:clock': { version: '1.0.0', digest: digestOf('a'), location: 'x' } },
}

/** For each code the smallest thing that brings it up. */
const CASES: Readonly<Record<RegistryDiagnosticCode, Case>> = {
  'config-invalid': () => resolve({}, {}, { config: { zone: 'UTC' } }),
  'digest-mismatch': () => resolve({}, { digest: digestOf('b') }),
  'digest-unpinned': () => resolve({ enablement: enablementOf(unpinned) }),
  'enablement-invalid': () => parseEnablement({ version: 1, plugins: [{ ref: 'clock', grant: {} }] }).diagnostics,
  'grant-invalid': () =>
    parseEnablement({ version: 1, plugins: [{ ref: 'clock', grants: { https: [{ host: 'A.org' }] } }] }).enablement
      ?.plugins[0]?.faults ?? [],
  'grant-missing': () => resolve({ inventory: inventoryOf(asking) }),
  'grant-unrequested': () => resolve({}, {}, { grants: { secrets: ['token'] } }),
  'index-invalid': async () => (await discover([indexOf(() => Response.json([{ id: 'clock' }]))])).diagnostics,
  'link-skipped': async () => {
    await using place = await createTestFolder()
    const { mkdir, symlink } = await import('node:fs/promises')
    await mkdir(`${place.folder}/node_modules`)
    await symlink('/nowhere', `${place.folder}/node_modules/clock`)
    const source = createNodeModulesSource({ id: 'npm', folder: `${place.folder}/node_modules` })
    return (await discover([source])).diagnostics
  },
  'lock-invalid': () => parseLock({ version: 1, plugins: { 'folder:clock': { version: '1.0.0' } } }).diagnostics,
  'lock-stale': () => resolve({ lock: { version: 1, plugins: {} } }),
  'package-duplicate': () =>
    resolve({
      inventory: inventoryOf(candidateOf({ location: 'a.plug' }), candidateOf({ location: 'b.plug' })),
    }),
  'package-missing': () => resolve({ inventory: inventoryOf() }),
  'package-unlocked': async () => {
    const options = { enablement: enablementOf(enabledOf()), cache: createMemoryCache() }
    const { entries } = await restorePlugins({ ...options, lock: { version: 1, plugins: {} } })
    return entries.flatMap(({ diagnostics }) => diagnostics)
  },
  'package-unread': () => resolve({ inventory: inventoryOf(listed) }),
  'policy-denied': () =>
    resolve({
      inventory: inventoryOf(asking),
      enablement: enablementOf(enabledOf({ grants: { writeShared: ['counter'], https: [{ host: '*' }] } })),
      policy: { most: { https: [] } },
    }),
  'ref-ambiguous': () =>
    resolve({
      inventory: inventoryOf(candidateOf(), candidateOf({ source: 'npm' })),
      enablement: enablementOf(enabledOf({ ref: 'clock' })),
    }),
  'restore-unavailable': async () => {
    const cache = createMemoryCache()
    return (await restorePlugins({ lock, enablement: enablementOf(unpinned), cache })).entries[0]?.diagnostics ?? []
  },
  'source-too-large': async () =>
    (await createDroppedSource({ id: 'dropped' }).add('large.plug', new Uint8Array(20_000_000))).diagnostics,
  'source-unavailable': async () => (await discover([indexOf(() => new Response('', { status: 503 }))])).diagnostics,
  'update-available': () =>
    resolve({ inventory: inventoryOf(candidateOf(), candidateOf({ digest: digestOf('b') }, { version: '1.1.0' })) }),
  'version-mismatch': () => resolve({}, {}, { version: '2.0.0' }),
}

describe('every code of this package', () => {
  it.each(Object.entries(CASES))('%s is brought up, and says what is so and what to do', async (code, bringUp) => {
    const diagnostic = (await bringUp()).find((each) => each.code === code)
    expect(diagnostic).toMatchSnapshot()
    const meaning = REGISTRY_DIAGNOSTICS[code as RegistryDiagnosticCode]
    expect(diagnostic).toMatchObject({ severity: meaning.severity, phase: meaning.phase, hint: expect.any(String) })
    expect(diagnostic?.message.length).toBeLessThanOrEqual(240)
    expect(diagnostic?.message).toMatch(/[.?]$/)
  })

  it('has its case here, and is told apart by its meaning', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(Object.keys(REGISTRY_DIAGNOSTICS).toSorted())
    const meanings = Object.values(REGISTRY_DIAGNOSTICS).map(({ means }) => means)
    expect(new Set(meanings).size).toBe(meanings.length)
  })
})

describe('foreign words in what is said', () => {
  it('are on one line, in their order, and short', () => {
    const hostile = `clock\n\u202E${'x'.repeat(1_000)}`
    const said = [
      ...resolve({}, { location: hostile }, {}),
      ...resolve({ enablement: enablementOf(unpinned) }, { location: hostile }),
      ...resolve({}, {}, { surfaces: [`tool:${hostile}`], config: { [hostile]: 1 } }),
      ...parseEnablement({ version: 1, [hostile]: 1, plugins: [] }).diagnostics,
    ]
    expect(said.length).toBeGreaterThan(3)
    for (const { message, path = '', ref = '' } of said) {
      expect(message + path + ref).not.toMatch(/[\p{Cc}\u202A-\u202E]/u)
      expect(message.length).toBeLessThanOrEqual(240)
    }
  })

  it('enable nothing when nothing is enabled', () => {
    expect(resolvePlugins({ inventory: inventoryOf(candidateOf()), enablement: NO_ENABLEMENT }).entries).toMatchObject([
      { status: 'disabled' },
    ])
  })
})
