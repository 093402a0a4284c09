import { readFile } from 'node:fs/promises'

import { parsePluginManifest, type PluginRequests } from '@plugboard/package-format'
import { enablementJsonSchema, formatLock, parseEnablement, parseLock } from '@plugboard/registry'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { codesOf, digestOf, manifestOf } from './candidates.ts'

const whole = {
  $schema: './plugins.schema.json',
  version: 1,
  plugins: [
    {
      ref: 'folder:clock',
      version: '1.0.0',
      digest: digestOf('a'),
      surfaces: ['widget:main'],
      grants: { readShared: ['counter'], https: [{ host: 'api.example.org', methods: ['GET'] }] },
      config: { zone: 'UTC' },
    },
    { ref: 'notes' },
  ],
}

describe('plugins.json', () => {
  it('is read from text, bytes and parsed JSON alike, and what is absent grants nothing', () => {
    const text = JSON.stringify(whole)
    const { diagnostics, enablement } = parseEnablement(text)
    expect(diagnostics).toEqual([])
    expect(enablement?.plugins.map(({ config, grants, ref }) => [ref, grants, config])).toEqual([
      ['folder:clock', whole.plugins[0]?.grants, { zone: 'UTC' }],
      ['notes', {}, {}],
    ])
    expect(parseEnablement(new TextEncoder().encode(text)).enablement).toEqual(enablement)
    expect(parseEnablement(whole).enablement).toEqual(enablement)
  })

  it.each([
    ['no JSON', '{', 'plugins.json is not JSON'],
    ['no UTF-8', new Uint8Array([0x7b, 0xff]), 'plugins.json is not UTF-8 text'],
    ['nested too deep', '['.repeat(100_000), 'plugins.json is nested too deep'],
    ['too large', ' '.repeat(1_100_000), 'plugins.json is larger than'],
    ['a prototype', '{"version":1,"plugins":[],"__proto__":{}}', 'reaches a prototype'],
    ['another version', { version: 2, plugins: [] }, '"version" must be 1'],
    ['an unknown key', { version: 1, plugins: [], plugin: [] }, 'Did you mean "plugins"?'],
    ['no list', { version: 1 }, '"plugins" is missing'],
    ['no ref', { version: 1, plugins: [{ ref: 'folder:../x' }] }, '"plugins.0.ref" must be a package'],
    ['a range', { version: 1, plugins: [{ ref: 'clock', version: '^1.0.0' }] }, 'must be a version'],
    ['half a digest', { version: 1, plugins: [{ ref: 'clock', digest: 'sha256:aa' }] }, '64 hexadecimal digits'],
    ['no surface', { version: 1, plugins: [{ ref: 'clock', surfaces: ['main'] }] }, 'must be a surface'],
  ])('is refused whole when it is %s', (_what, input, words) => {
    const { diagnostics, enablement } = parseEnablement(input)
    expect(enablement).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'enablement-invalid', severity: 'error', phase: 'resolve' }])
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.hint}`).toContain(words)
  })

  it.each([
    ['a kind that is none', { readshared: ['counter'] }, 'Did you mean "readShared"?'],
    ['all that is written', { writeShared: ['*'] }, 'grants.writeShared.0'],
    ['an address for a host', { https: [{ host: 'https://a.org' }] }, 'must be a host name'],
    ['a method that is none', { https: [{ host: 'a.org', methods: ['get'] }] }, 'must be "DELETE"'],
    ['a path that climbs', { https: [{ host: 'a.org', pathPrefixes: ['/v1/../x'] }] }, 'must be a path'],
    ['an operation that is none', { fs: [{ root: 'notes', operations: ['delete'] }] }, 'must be "read"'],
    ['no list', { secrets: 'token' }, 'must be an array'],
  ])('costs only the entry whose grants name %s', (_what, grants, words) => {
    const { diagnostics, enablement } = parseEnablement({
      version: 1,
      plugins: [{ ref: 'clock', grants }, { ref: 'notes' }],
    })
    expect(diagnostics).toEqual([])
    const [clock, notes] = enablement?.plugins ?? []
    expect(codesOf(clock?.faults ?? [])).toEqual(['grant-invalid'])
    expect(`${clock?.faults?.[0]?.message} ${clock?.faults?.[0]?.hint}`).toContain(words)
    expect([clock?.grants, notes?.faults]).toEqual([{}, undefined])
  })

  it('takes as grants what a manifest may ask for, and nothing else', () => {
    const good: readonly PluginRequests[] = [
      { readShared: ['*', 'counter'], writeShared: ['counter'], systemCommands: ['restart-plugin'] },
      { components: ['map'], secrets: ['apiKey'], fs: [{ root: 'myNotes', operations: ['read'], reason: 'Notes' }] },
      {
        https: [{ host: '*' }, { host: '*.a.org', port: 1, methods: ['GET'], pathPrefixes: ['/', '/v1/', '/~a/b.c'] }],
      },
    ]
    const bad: readonly unknown[] = [
      { readShared: ['**'] },
      { writeShared: ['constructor'] },
      { components: ['Map'] },
      { secrets: ['api key'] },
      { fs: [{ root: '../notes', operations: ['read'] }] },
      { fs: [{ root: 'notes', operations: [] }] },
      ...['a.org.', '.a.org', 'a..org', '*.', '*a.org', 'a.*', 'A.org', '1.2.3.4:80', '[::1]', ''].map((host) => ({
        https: [{ host }],
      })),
      ...['', 'v1', '/..', '/a/../b', '/./a', '//a', '/a//b', '/%2e', '/a?b', '/a#b', '/a\\b', '/a b', '/\u00E9'].map(
        (path) => ({
          https: [{ host: 'a.org', pathPrefixes: [path] }],
        }),
      ),
      { https: [{ host: 'a.org', port: 0 }] },
      { https: [{ host: 'a.org', methods: ['OPTIONS'] }] },
      { https: [{ host: 'a.org', scheme: 'http' }] },
      { network: ['a.org'] },
    ]
    const isTaken = (grants: unknown): boolean =>
      parseEnablement({ version: 1, plugins: [{ ref: 'clock', grants }] }).enablement?.plugins[0]?.faults === undefined
    const isAsked = (requests: unknown): boolean =>
      parsePluginManifest({ ...manifestOf(), requests }).manifest !== undefined
    for (const grants of good) expect([grants, isTaken(grants), isAsked(grants)]).toEqual([grants, true, true])
    for (const grants of bad) expect([grants, isTaken(grants), isAsked(grants)]).toEqual([grants, false, false])
  })

  it('has a JSON Schema that is published as a file', async () => {
    const file = await readFile(new URL('../schema/plugins.schema.json', import.meta.url), 'utf8')
    // On a change: put what is received into the file.
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(enablementJsonSchema())))
  })

  test.prop([fc.oneof(fc.jsonValue(), fc.anything(), fc.string())])('never throws, whatever is in it', (input) => {
    const { diagnostics, enablement } = parseEnablement(input)
    expect(enablement === undefined).toBe(diagnostics.length > 0)
  })
})

describe('plugins.lock.json', () => {
  const locked = { version: '1.0.0', digest: digestOf('a'), location: 'clock-1.0.0.plug' }

  it('is the same text whatever order the packages came in, and is read back as it was', () => {
    const one = { version: 1 as const, plugins: { 'npm:a': locked, 'folder:clock': locked } }
    const two = { version: 1 as const, plugins: { 'folder:clock': locked, 'npm:a': locked } }
    expect(formatLock(one)).toBe(formatLock(two))
    expect(parseLock(formatLock(one)).lock).toEqual(two)
    expect(formatLock(two)).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "plugins": {
          "folder:clock": {
            "version": "1.0.0",
            "digest": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "location": "clock-1.0.0.plug"
          },
          "npm:a": {
            "version": "1.0.0",
            "digest": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "location": "clock-1.0.0.plug"
          }
        }
      }
      "
    `)
  })

  it.each([
    ['no JSON', 'x', 'is not JSON'],
    ['a ref without a source', { version: 1, plugins: { clock: locked } }, 'is not valid'],
    ['a prototype', '{"version":1,"plugins":{"__proto__":{}}}', 'reaches a prototype'],
    ['no digest', { version: 1, plugins: { 'folder:clock': { version: '1.0.0', location: '' } } }, 'is missing'],
  ])('is refused whole when it has %s', (_what, input, words) => {
    const { diagnostics, lock } = parseLock(input)
    expect([lock, codesOf(diagnostics)]).toEqual([undefined, ['lock-invalid']])
    expect(diagnostics[0]?.message).toContain(words)
  })

  test.prop([fc.oneof(fc.jsonValue(), fc.anything(), fc.string())])('never throws, whatever is in it', (input) => {
    const { diagnostics, lock } = parseLock(input)
    expect(lock === undefined).toBe(diagnostics.length > 0)
  })
})
