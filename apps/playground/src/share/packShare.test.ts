import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'

import { packShare, PACKED_LENGTH, unpackShare, UNPACKED_BYTES } from './packShare.ts'
import { SHARE_ERROR_CODES, ShareError } from './shareError.ts'
import { SHARE_VERSION, type SharedWorkspace } from './sharedWorkspace.ts'

const name = fc.string({ maxLength: 30, unit: 'grapheme' })
const packageId = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).filter((id) => id !== 'constructor' && id !== 'prototype')
// What JSON keeps: no negative zero, no key that reaches prototypes.
const state = fc
  .jsonValue({ maxDepth: 4 })
  .map((value) => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')) as never)

const share: fc.Arbitrary<SharedWorkspace> = fc.record({
  name,
  projects: fc.uniqueArray(
    fc.record({
      packageId,
      title: name,
      files: fc.record({ 'plugin.tsx': fc.string({ unit: 'grapheme' }), 'manifest.json': fc.string() }),
    }),
    { maxLength: 3, selector: (project) => project.packageId },
  ),
  instances: fc.array(
    fc.record(
      { packageId, asks: fc.record({ readShared: fc.array(name, { maxLength: 3 }) }), state, stateVersion: fc.nat() },
      { requiredKeys: ['packageId'] },
    ),
    { maxLength: 4 },
  ),
})

/** Packs anything at all, as somebody who writes links by hand would. */
async function pack(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  return Buffer.from(bytes).toString('base64url')
}

const whole = { format: 'plugboard-share', version: SHARE_VERSION, name: 'Mine', projects: [], instances: [] }

test.prop([share], { numRuns: 200 })('what was packed is unpacked as it was', async (shared) => {
  const packed = await packShare(shared)
  expect(packed).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(await unpackShare(packed)).toEqual(shared)
})

async function codeOf(packed: string): Promise<string> {
  try {
    await unpackShare(packed)
    return 'none'
  } catch (error) {
    return error instanceof ShareError ? error.code : `uncoded: ${String(error)}`
  }
}

const CODES: readonly string[] = ['none', ...SHARE_ERROR_CODES]

test.prop([fc.uint8Array({ maxLength: 400 })], { numRuns: 400 })(
  'bytes of anybody are refused with a code',
  async (bytes) => {
    expect(CODES).toContain(await codeOf(Buffer.from(bytes).toString('base64url')))
    expect(CODES).toContain(await codeOf(await pack(Uint8Array.from(bytes))))
  },
)

test.prop([fc.string()])('text of anybody is refused with a code', async (text) => {
  expect(CODES).toContain(await codeOf(text))
})

test.prop([fc.jsonValue()])('data of anybody is refused with a code', async (value) => {
  expect(CODES).toContain(await codeOf(await pack(JSON.stringify(value))))
  expect(CODES).toContain(await codeOf(await pack(JSON.stringify({ ...whole, projects: value }))))
  expect(CODES).toContain(await codeOf(await pack(JSON.stringify({ ...whole, instances: [value] }))))
})

test.prop([share, fc.nat(), fc.constantFrom('cut', 'changed')])(
  'a link that was cut or changed on its way is whole, or refused with a code',
  async (shared, at, how) => {
    const packed = await packShare(shared)
    const index = at % packed.length
    const other = packed[index] === 'A' ? 'B' : 'A'
    const spoilt = how === 'cut' ? packed.slice(0, index) : packed.slice(0, index) + other + packed.slice(index + 1)
    expect(CODES).toContain(await codeOf(spoilt))
  },
)

describe('a packed share', () => {
  it.for([
    ['SHARE_UNREADABLE', ''],
    ['SHARE_UNREADABLE', 'not base64url!'],
    ['SHARE_UNREADABLE', 'AAAA'],
    ['SHARE_TOO_LARGE', 'A'.repeat(PACKED_LENGTH + 1)],
  ] as const)('is refused with %s', async ([code, packed]) => {
    expect(await codeOf(packed)).toBe(code)
  })

  it.for([
    ['SHARE_UNREADABLE', 'a text', '"hello"'],
    ['SHARE_UNREADABLE', 'another format', JSON.stringify({ ...whole, format: 'diary' })],
    ['SHARE_UNREADABLE', 'no JSON', '{"format":'],
    ['SHARE_TOO_NEW', 'a newer version', JSON.stringify({ ...whole, version: SHARE_VERSION + 1, more: true })],
    ['SHARE_INVALID', 'no version', JSON.stringify({ ...whole, version: 'one' })],
    ['SHARE_INVALID', 'a field that nobody knows', JSON.stringify({ ...whole, grants: ['all'] })],
    ['SHARE_INVALID', 'a grant', JSON.stringify({ ...whole, instances: [{ packageId: 'counter', grants: {} }] })],
    ['SHARE_INVALID', 'a file of another name', '{"files":{"other.ts":""}}'],
    ['SHARE_INVALID', 'an id that is none', JSON.stringify({ ...whole, instances: [{ packageId: '../etc' }] })],
    [
      'SHARE_INVALID',
      'a key that reaches prototypes',
      JSON.stringify(whole).replace('"instances":[]', '"instances":[{"packageId":"a","state":{"__proto__":{}}}]'),
    ],
    ['SHARE_TOO_LARGE', 'what is nested too deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['SHARE_TOO_LARGE', 'more values than any', JSON.stringify({ ...whole, instances: Array(250_000).fill(1) })],
  ] as const)('is refused with %s for %s', async ([code, what, text]) => {
    const json =
      what === 'a file of another name'
        ? JSON.stringify({ ...whole, projects: [{ packageId: 'a', title: 'A', ...(JSON.parse(text) as object) }] })
        : text
    expect(await codeOf(await pack(json))).toBe(code)
  })

  it('of two plugins under one id is refused', async () => {
    const project = { packageId: 'a', title: 'A', files: { 'plugin.tsx': '', 'manifest.json': '' } }
    expect(await codeOf(await pack(JSON.stringify({ ...whole, projects: [project, project] })))).toBe('SHARE_INVALID')
  })

  it('that unfolds to far more than it may is given up early', async () => {
    const bomb = await pack(new Uint8Array(64_000_000))
    expect(bomb.length).toBeLessThan(PACKED_LENGTH)
    expect(64_000_000).toBeGreaterThan(UNPACKED_BYTES)
    expect(await codeOf(bomb)).toBe('SHARE_TOO_LARGE')
  })
})
