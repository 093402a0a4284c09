import { Validator } from '@cfworker/json-schema'
import { fc, test } from '@fast-check/vitest'
import { isPackageId } from '@plugboard/contracts'
import { isPackagePath, parsePluginManifest, pluginManifestSchema } from '@plugboard/package-format'
import { describe, expect, it } from 'vitest'

import { MANIFEST } from './packageSamples.ts'

const validator = new Validator(pluginManifestSchema, '2020-12', false)

const QUICKJS = MANIFEST.runtime
const TOOL = { name: 'tell', description: 'Tells the time', inputSchema: { type: 'object' } }

/** Changes to a good manifest; with `undefined` a key is left out. */
const CHANGES: Readonly<Record<'good' | 'bad', readonly Readonly<Record<string, unknown>>[]>> = {
  good: [
    {},
    { requests: undefined, files: undefined },
    { $schema: './node_modules/@plugboard/package-format/schema/plugin.schema.json' },
    { version: '2.0.0-rc.1+build.7' },
    { description: 'Two\nlines', license: '(MIT OR Apache-2.0)', stateVersion: 0 },
    { engines: {} },
    { engines: { plugboard: '>=1.2.0 <3' } },
    { runtime: { kind: 'wasm-component', component: 'dist/plugin.wasm', world: 'acme:clock/plugin@0.1.0' } },
    { runtime: { ...QUICKJS, sourceMap: 'dist/plugin.js.map' } },
    { surfaces: {} },
    { surfaces: { tools: [{ ...TOOL, outputSchema: {}, externalWrite: true }] } },
    { surfaces: { hooks: [{ point: 'message:before.send', priority: -100 }] } },
    { surfaces: { services: [{ name: 'feed', events: ['timer.tick'], commands: ['ws.send'] }] } },
    { requests: { readShared: ['*', 'time'], writeShared: ['time'], systemCommands: ['restart-plugin'] } },
    {
      requests: {
        https: [{ host: '*.example.org', port: 443, methods: ['GET'], pathPrefixes: ['/v1/'], reason: 'News' }],
      },
    },
    { requests: { fs: [{ root: 'notes', operations: ['read', 'list'] }], secrets: ['apiKey'], components: ['map'] } },
    { configSchema: { type: 'object', properties: { city: { type: 'string' } } } },
  ],
  bad: [
    { id: undefined },
    { id: 'Clock' },
    { id: 'constructor' },
    { id: 'acme.clock' },
    { name: '' },
    { name: 'two\nlines' },
    { name: 'turned \u202E round' },
    { name: 'x'.repeat(81) },
    { version: '1.0' },
    { version: '01.0.0' },
    { nmae: 'Clock' },
    { schemaVersion: '1' },
    { stateVersion: 1.5 },
    { runtime: undefined },
    { runtime: { ...QUICKJS, entry: '../plugin.js' } },
    { runtime: { ...QUICKJS, entry: '/plugin.js' } },
    { runtime: { ...QUICKJS, entry: 'dist\\plugin.js' } },
    { runtime: { ...QUICKJS, entry: 'dist/aux.js' } },
    { runtime: { ...QUICKJS, apiVersion: 2 } },
    { runtime: { ...QUICKJS, world: 'acme:clock/plugin@0.1.0' } },
    { runtime: { kind: 'wasm-component', component: 'plugin.wasm', world: 'clock' } },
    { surfaces: { tools: [{ ...TOOL, name: 'tell time' }] } },
    { surfaces: { tools: [{ ...TOOL, inputSchema: 'object' }] } },
    { surfaces: { hooks: [{ point: 'before', priority: 101 }] } },
    { surfaces: { services: [{ name: 'feed' }] } },
    { surfaces: { widgets: Array.from({ length: 33 }, (_, index) => ({ id: `w${index}`, title: 'W' })) } },
    { requests: { writeShared: ['*'] } },
    { requests: { https: [{ host: 'https://example.org' }] } },
    { requests: { https: [{ host: 'example.org', port: 0 }] } },
    { requests: { https: [{ host: 'example.org', methods: ['get'] }] } },
    { requests: { https: [{ host: 'example.org', pathPrefixes: ['v1'] }] } },
    { requests: { fs: [{ root: 'notes', operations: [] }] } },
    { files: ['plugin.js', ''] },
    { files: Array.from({ length: 500 }, (_, index) => `${index}.txt`) },
  ],
}

function change(changes: Readonly<Record<string, unknown>>): unknown {
  // Through text: what is undefined is absent there.
  return JSON.parse(JSON.stringify({ ...MANIFEST, ...changes }))
}

describe('the JSON Schema of plugin.json', () => {
  it('is published as it is', async () => {
    const text = `${JSON.stringify(pluginManifestSchema, null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../schema/plugin.schema.json')
  })

  it.for(CHANGES.good.map((changes) => [JSON.stringify(changes), changes] as const))(
    'takes what the parser takes: %s',
    ([, changes]) => {
      expect(validator.validate(change(changes)).errors).toEqual([])
      expect(parsePluginManifest(change(changes)).diagnostics).toEqual([])
    },
  )

  it.for(CHANGES.bad.map((changes) => [JSON.stringify(changes).slice(0, 80), changes] as const))(
    'refuses what the parser refuses: %s',
    ([, changes]) => {
      expect(validator.validate(change(changes)).valid).toBe(false)
      expect(parsePluginManifest(change(changes)).manifest).toBeUndefined()
    },
  )

  const characters = fc.constantFrom(...'aZ0-_.@+/* \\:\n\u00E9\u202E'.split(''), 'nul', 'com1', 'constructor', '..')
  const words = fc.array(characters, { maxLength: 12 }).map((parts) => parts.join(''))

  test.prop([words], { numRuns: 100 })('says the same of any words as the parser', (text) => {
    for (const changes of [
      { id: text },
      { name: text },
      { version: text },
      { files: [text] },
      { requests: { secrets: [text] } },
    ]) {
      expect(validator.validate(change(changes)).valid).toBe(
        parsePluginManifest(change(changes)).manifest !== undefined,
      )
    }
    expect(parsePluginManifest(change({ id: text })).manifest !== undefined).toBe(isPackageId(text))
    expect(parsePluginManifest(change({ files: [text] })).manifest !== undefined).toBe(isPackagePath(text))
  })
})
