import { expect, test } from 'vitest'

import { DEFAULT_LIMITS, resolveLimits } from './pluginLimits.ts'

test('the defaults cannot be changed', () => {
  expect(() => Object.assign(DEFAULT_LIMITS, { treeNodes: 1e9 })).toThrow(TypeError)
  expect(() => Object.assign(DEFAULT_LIMITS.fuel, { event: 1e9 })).toThrow(TypeError)
})

test('resolveLimits takes what it is given and the defaults for the rest', () => {
  expect(resolveLimits()).toEqual(DEFAULT_LIMITS)
  expect(resolveLimits({ treeNodes: 10 })).toEqual({ ...DEFAULT_LIMITS, treeNodes: 10 })
})

test('every limit is a positive figure', () => {
  const figures = Object.values(DEFAULT_LIMITS).flatMap((limit: number | object) =>
    typeof limit === 'number' ? [limit] : (Object.values(limit) as number[]),
  )
  for (const figure of figures) expect(figure).toBeGreaterThan(0)
})

test.each([
  ['wallMs.render', { wallMs: { load: 1_000 } }],
  ['fuel.load', { fuel: null }],
  ['stackBytes', { stackBytes: -1 }],
  ['memoryBytes', { memoryBytes: undefined }],
  ['treeNodes', { treeNodes: Number.NaN }],
])('resolveLimits refuses a limit that is none, and says which: %s', (path, limits) => {
  // What a caller without types could send.
  const resolve = (): unknown => resolveLimits(limits as unknown as Parameters<typeof resolveLimits>[0])
  expect(resolve).toThrow(expect.objectContaining({ code: 'PROTOCOL', message: expect.stringContaining(path) }))
})
