import { describe, expect, it } from 'vitest'

import { HTTPS_METHODS, httpsRules } from './httpsRules.ts'

describe('what two lists of https rules have in common', () => {
  it('is the narrower host of two patterns', () => {
    const hosts = (left: string, right: string) =>
      httpsRules.intersect([{ host: left }], [{ host: right }]).map(({ host }) => host)
    expect(hosts('*', 'api.example.org')).toEqual(['api.example.org'])
    expect(hosts('*.example.org', 'api.example.org')).toEqual(['api.example.org'])
    expect(hosts('*.example.org', '*.eu.example.org')).toEqual(['*.eu.example.org'])
    expect(hosts('api.example.org', 'api.example.org')).toEqual(['api.example.org'])
  })

  it('is nothing for a name beside a pattern', () => {
    const hosts = (left: string, right: string) => httpsRules.intersect([{ host: left }], [{ host: right }])
    // The name above the pattern, a name that only ends alike, and another branch.
    expect(hosts('*.example.org', 'example.org')).toEqual([])
    expect(hosts('*.example.org', 'api.badexample.org')).toEqual([])
    expect(hosts('*.eu.example.org', '*.us.example.org')).toEqual([])
    expect(hosts('example.org', 'example.org.attacker.net')).toEqual([])
  })

  it('is nothing at another port, and no port is 443', () => {
    expect(httpsRules.intersect([{ host: 'a.org' }], [{ host: 'a.org', port: 8443 }])).toEqual([])
    expect(httpsRules.intersect([{ host: 'a.org', port: 443 }], [{ host: 'a.org' }])).toEqual([{ host: 'a.org' }])
  })

  it('is the methods of both, and no methods are all of them', () => {
    expect(
      httpsRules.intersect(
        [{ host: 'a.org', methods: ['GET', 'POST'] }],
        [{ host: 'a.org', methods: ['POST', 'PUT'] }],
      ),
    ).toEqual([{ host: 'a.org', methods: ['POST'] }])
    expect(httpsRules.intersect([{ host: 'a.org', methods: ['GET'] }], [{ host: 'a.org' }])).toEqual([
      { host: 'a.org', methods: ['GET'] },
    ])
    expect(httpsRules.intersect([{ host: 'a.org' }], [{ host: 'a.org', methods: [...HTTPS_METHODS] }])).toEqual([
      { host: 'a.org' },
    ])
    expect(httpsRules.intersect([{ host: 'a.org', methods: [] }], [{ host: 'a.org' }])).toEqual([])
  })

  it('is the longer path, where one is below the other', () => {
    const paths = (left: string, right: string) =>
      httpsRules
        .intersect([{ host: 'a.org', pathPrefixes: [left] }], [{ host: 'a.org', pathPrefixes: [right] }])
        .flatMap(({ pathPrefixes }) => pathPrefixes ?? ['/'])
    expect(paths('/v1', '/v1/users')).toEqual(['/v1/users'])
    expect(paths('/', '/v1')).toEqual(['/v1'])
    expect(paths('/v1', '/v1/')).toEqual(['/v1/'])
    expect(paths('/', '/')).toEqual(['/'])
    // What only begins alike is another path.
    expect(paths('/v1', '/v10')).toEqual([])
    expect(paths('/v1/', '/v1')).toEqual(['/v1/'])
  })

  it('never counts a path that does not say where it leads', () => {
    for (const path of [
      '/v1/../admin',
      '/v1/./a',
      '/v1/%2e%2e/admin',
      '/v1?x',
      '/v1#x',
      '/v1\\..\\admin',
      '/v1//a',
      'v1',
    ]) {
      const rule = { host: 'a.org', pathPrefixes: [path] }
      expect(httpsRules.intersect([rule], [rule, { host: 'a.org' }]), path).toEqual([])
    }
  })
})

it('leaves what is not covered whole by one rule', () => {
  expect(httpsRules.subtract([{ host: '*' }], [{ host: 'a.org' }])).toEqual([{ host: '*' }])
  expect(httpsRules.subtract([{ host: 'a.org' }], [{ host: '*.org' }])).toEqual([])
  expect(httpsRules.subtract([{ host: 'a.org' }], [{ host: 'a.org', methods: ['GET', 'HEAD'] }])).toEqual([
    { host: 'a.org', methods: ['DELETE', 'PATCH', 'POST', 'PUT'] },
  ])
})

it('tells a grant that is wider than a request from one that has nothing to do with it', () => {
  expect(httpsRules.unrelated([{ host: '*' }], [{ host: 'a.org' }])).toEqual([])
  expect(httpsRules.unrelated([{ host: 'b.org' }], [{ host: 'a.org' }])).toEqual([{ host: 'b.org' }])
})

it('writes equal sets in one form', () => {
  const one = [
    { host: 'a.org', methods: ['POST'] },
    { host: 'a.org', methods: ['GET'], reason: 'to look' },
    { host: '*.b.org' },
    { host: 'x.b.org', methods: ['GET'] },
  ]
  const two = [
    { host: '*.b.org', port: 443 },
    { host: 'a.org', methods: ['GET', 'POST', 'GET'], pathPrefixes: ['/v1', '/'] },
  ]
  expect(httpsRules.intersect(one, one)).toEqual(httpsRules.intersect(two, two))
  expect(httpsRules.intersect(one, one)).toEqual([{ host: '*.b.org' }, { host: 'a.org', methods: ['GET', 'POST'] }])
})
