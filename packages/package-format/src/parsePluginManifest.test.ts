import { parsePackageManifest } from '@plugboard/contracts/schemas'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { MANIFEST } from '../test/packageSamples.ts'
import { parsePluginManifest } from './parsePluginManifest.ts'
import { toPackageManifest } from './toPackageManifest.ts'

const places = (input: unknown) => parsePluginManifest(input).diagnostics.map(({ path }) => path)

describe('parsePluginManifest', () => {
  it('takes text, bytes and what was parsed before', () => {
    const text = JSON.stringify(MANIFEST)
    for (const input of [MANIFEST, text, new TextEncoder().encode(text)]) {
      expect(parsePluginManifest(input)).toEqual({ manifest: MANIFEST, diagnostics: [] })
    }
  })

  it('asks for nothing where nothing is requested', () => {
    const { requests: _, ...manifest } = MANIFEST
    expect(parsePluginManifest(manifest).manifest?.requests).toEqual({})
  })

  it('says for each place what is wrong there', () => {
    expect(places({ ...MANIFEST, id: 'Clock', name: '', surfaces: { toolz: [], widgets: [{ id: 'main' }] } })).toEqual([
      'plugin.json#id',
      'plugin.json#name',
      'plugin.json#surfaces.widgets.0.title',
      'plugin.json#surfaces.toolz',
    ])
  })

  it.for([
    ['nmae', 'Did you mean "name"?', {}],
    ['runtime.entri', 'Did you mean "entry"?', { runtime: { ...MANIFEST.runtime, entri: 'x' } }],
    ['surfaces.tools.0.inputschema', 'Did you mean "inputSchema"?', null],
    ['requests.readShare', 'Did you mean "readShared"?', { requests: { readShare: [] } }],
    ['engines.node', 'Known here: plugboard.', { engines: { node: '>=22' } }],
  ] as const)('names the key that was probably meant: %s', ([key, hint, changes]) => {
    const tool = { name: 'tell', description: 'Tells', inputSchema: {}, inputschema: {} }
    const manifest = {
      ...MANIFEST,
      ...(changes ?? { surfaces: { tools: [tool] } }),
      ...(key === 'nmae' ? { nmae: 1 } : {}),
    }
    expect(parsePluginManifest(manifest).diagnostics).toEqual([
      expect.objectContaining({ code: 'manifest-invalid', path: `plugin.json#${key}`, hint }),
    ])
  })

  it('says of a runtime that is gone only that, and of the rest what is wrong', () => {
    const { diagnostics } = parsePluginManifest({ ...MANIFEST, id: '', runtime: { kind: 'wasm', abi: 'v1' } })
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['runtime-legacy', 'plugin.json#runtime.kind'],
      ['manifest-invalid', 'plugin.json#id'],
    ])
    const runtime = { ...MANIFEST.runtime, abi: 'plugin-v1' }
    expect(parsePluginManifest({ ...MANIFEST, runtime }).diagnostics).toMatchObject([
      { code: 'runtime-legacy', path: 'plugin.json#runtime.abi' },
    ])
  })

  it('knows components, and looks at nothing of a manifest of another version', () => {
    const runtime = { kind: 'wasm-component', component: 'plugin.wasm', world: 'acme:clock/plugin@0.1.0' }
    expect(parsePluginManifest({ ...MANIFEST, runtime }).diagnostics).toEqual([])
    expect(parsePluginManifest({ schemaVersion: 2, runtime: 7 }).diagnostics).toMatchObject([
      { code: 'manifest-version-unsupported' },
    ])
  })

  it.for([
    ['no JSON', '{ "id": "clock",\n }', 'line 2'],
    ['no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'UTF-8'],
    ['bytes behind a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 'byte order mark'],
    ['text behind a byte order mark', '\uFEFF{}', 'byte order mark'],
    ['too large', `"${'x'.repeat(300_000)}"`, '262144'],
    ['too deep', '['.repeat(40), 'deep'],
    ['too deep without being text', JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`), 'too-deep'],
    ['a list', [], 'object'],
    ['nothing', null, 'object'],
    ['absent', undefined, 'not-json'],
    ['no data', { ...MANIFEST, name: () => 'Clock' }, 'not-json'],
    ['with a prototype', '{ "__proto__": { "id": "clock" } }', 'forbidden-key'],
  ] as const)('refuses what is %s', ([, input, word]) => {
    const { diagnostics, manifest } = parsePluginManifest(input)
    expect(manifest).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'manifest-invalid', path: 'plugin.json' }])
    expect(diagnostics[0]?.message).toContain(word)
  })

  it('shows words of a manifest cleaned and clipped, and not too many', () => {
    const keys = Array.from({ length: 200 }, (_, index) => [`\u001B[2J\u202E${index}${'x'.repeat(500)}`, 1] as const)
    const { diagnostics } = parsePluginManifest({ ...MANIFEST, ...Object.fromEntries(keys) })
    expect(diagnostics.length).toBe(20)
    for (const { message, path = '', hint = '' } of diagnostics) {
      expect(`${message}${path}${hint}`).not.toMatch(/[\p{Cc}\u202E]/u)
      for (const text of [message, path, hint]) expect(text.length).toBeLessThanOrEqual(240)
    }
  })

  test.prop([fc.jsonValue({ maxDepth: 6 })], { numRuns: 100 })('answers any JSON', (value) => {
    const { diagnostics, manifest } = parsePluginManifest(JSON.stringify(value))
    expect(manifest === undefined).toBe(diagnostics.length > 0)
  })

  const names = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
  const manifests = fc.record(
    {
      id: names,
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
      description: fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }),
      stateVersion: fc.integer({ min: -1 }),
      requests: fc.record(
        {
          readShared: fc.array(names),
          writeShared: fc.array(fc.oneof(names, fc.constant('*'))),
          components: fc.array(names),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  )

  test.prop([manifests], { numRuns: 100 })('takes no manifest that a host would not take', (changes) => {
    const { manifest } = parsePluginManifest({ ...MANIFEST, ...changes })
    if (manifest === undefined) return
    const taken = toPackageManifest(manifest)
    expect(parsePackageManifest(taken)).toEqual(taken)
  })
})
