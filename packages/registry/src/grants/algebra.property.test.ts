import type { FsRequest, HttpsRequest, PluginRequests } from '@plugboard/package-format'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { intersectGrants, isNoGrants, normalisePluginGrants, subtractGrants } from './combineGrants.ts'

const names = fc.uniqueArray(fc.constantFrom('counter', 'notes', 'presence'), { maxLength: 3 })
const https: fc.Arbitrary<HttpsRequest> = fc.record(
  {
    host: fc.constantFrom('*', '*.org', '*.a.org', 'a.org', 'x.a.org', 'b.org'),
    port: fc.constantFrom(443, 8443),
    methods: fc.uniqueArray(fc.constantFrom('GET', 'POST', 'PUT'), { maxLength: 3 }),
    pathPrefixes: fc.uniqueArray(fc.constantFrom('/', '/v1', '/v1/', '/v1/users', '/v10', '/v1/../x'), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ['host'] },
)
const fs: fc.Arbitrary<FsRequest> = fc.record({
  root: fc.constantFrom('notes', 'photos'),
  operations: fc.uniqueArray(fc.constantFrom('read' as const, 'list' as const, 'write' as const), { maxLength: 3 }),
})
const requests: fc.Arbitrary<PluginRequests> = fc.record(
  {
    readShared: fc.uniqueArray(fc.constantFrom('*', 'counter', 'notes'), { maxLength: 3 }),
    writeShared: names,
    systemCommands: names,
    components: names,
    secrets: names,
    https: fc.array(https, { maxLength: 3 }),
    fs: fc.array(fs, { maxLength: 3 }),
  },
  { requiredKeys: [] },
)

describe('for any two sets of requests', () => {
  test.prop([requests, requests])('what both allow is allowed by each', (left, right) => {
    const both = intersectGrants(left, right)
    expect(isNoGrants(subtractGrants(both, left))).toBe(true)
    expect(isNoGrants(subtractGrants(both, right))).toBe(true)
  })

  test.prop([requests, requests])('what both allow does not depend on their order', (left, right) => {
    expect(intersectGrants(left, right)).toEqual(intersectGrants(right, left))
  })

  test.prop([requests])('the normal form is one, and allows the same', (some) => {
    const normal = normalisePluginGrants(some)
    expect(normalisePluginGrants(normal)).toEqual(normal)
    expect(isNoGrants(subtractGrants(some, normal))).toBe(true)
    expect(isNoGrants(subtractGrants(normal, some))).toBe(true)
  })

  test.prop([requests, requests])('a request that is allowed is found again, method for method', (left, right) => {
    // Judged by another rule than the one under test: a single request, held against each rule by itself.
    const calls = ['https://x.a.org/v1/users', 'https://a.org:8443/v10', 'https://b.org/'].flatMap((address) =>
      ['GET', 'PUT'].map((method) => ({ url: new URL(address), method })),
    )
    const both = intersectGrants(left, right).https
    for (const call of calls) {
      expect(allows(both, call)).toBe(allows(left.https ?? [], call) && allows(right.https ?? [], call))
    }
  })
})

function allows(
  rules: readonly HttpsRequest[],
  { method, url }: { readonly url: URL; readonly method: string },
): boolean {
  return rules.some(({ host, methods = [method], pathPrefixes = ['/'], port = 443 }) => {
    const pattern = new RegExp(`^${host.replaceAll('.', '\\.').replace('*', '.+')}$`)
    const below = pathPrefixes
      .filter((prefix) => !prefix.includes('..'))
      .some((prefix) => `${url.pathname}/`.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))
    return pattern.test(url.hostname) && Number(url.port || 443) === port && methods.includes(method) && below
  })
}
