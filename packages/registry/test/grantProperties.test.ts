import type { HttpsRequest } from '@plugboard/package-format'
import { test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { anyRequests } from './arbitraries.ts'

import { intersectGrants, isNoGrants, normalisePluginGrants, subtractGrants } from '@plugboard/registry'

describe('for any two sets of requests', () => {
  test.prop([anyRequests, anyRequests])('what both allow is allowed by each', (left, right) => {
    const both = intersectGrants(left, right)
    expect(isNoGrants(subtractGrants(both, left))).toBe(true)
    expect(isNoGrants(subtractGrants(both, right))).toBe(true)
  })

  test.prop([anyRequests, anyRequests])('what both allow does not depend on their order', (left, right) => {
    expect(intersectGrants(left, right)).toEqual(intersectGrants(right, left))
  })

  test.prop([anyRequests])('the normal form is one, and allows the same', (some) => {
    const normal = normalisePluginGrants(some)
    expect(normalisePluginGrants(normal)).toEqual(normal)
    expect(isNoGrants(subtractGrants(some, normal))).toBe(true)
    expect(isNoGrants(subtractGrants(normal, some))).toBe(true)
  })

  test.prop([anyRequests, anyRequests])(
    'a request that is allowed is found again, method for method',
    (left, right) => {
      // Judged by another rule than the one under test: a single request, held against each rule by itself.
      const calls = ['https://x.a.org/v1/users', 'https://a.org:8443/v10', 'https://b.org/'].flatMap((address) =>
        ['GET', 'PUT'].map((method) => ({ url: new URL(address), method })),
      )
      const both = intersectGrants(left, right).https
      for (const call of calls) {
        expect(allows(both, call)).toBe(allows(left.https ?? [], call) && allows(right.https ?? [], call))
      }
    },
  )
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
