import type { HttpsRequest } from '@plugboard/package-format'

import { createRuleAlgebra, type RuleAlgebra } from './ruleAlgebra.ts'

/** What a rule without `methods` allows. */
export const HTTPS_METHODS: readonly string[] = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT']

/** A path that stays the same when an address is read: with dots or escapes in it, `/v1/../admin` would be below `/v1`. */
export const PLAIN_PATH: RegExp = /^\/(?:(?!\.{1,2}(?:\/|$))[^/\\%?#\s]+(?:\/|$))*$/

const HTTPS_PORT = 443

/** One method on one host, or pattern of hosts, at one port, below one path. */
interface HttpsAtom {
  readonly host: string
  readonly port: number
  readonly method: string
  readonly pathPrefix: string
}

/**
 * Where requests may go.
 *
 * - A host is one name, `*.example.org` for every name below `example.org` (not that name itself), or `*`.
 * - No port is 443 and no other. No methods are all of {@link HTTPS_METHODS}. No path prefixes are every path.
 * - `/v1` covers `/v1` and `/v1/users`, and not `/v10`. A path that does not say where it leads (`..`, `%`, `?`) is none.
 */
export const httpsRules: RuleAlgebra<HttpsRequest> = createRuleAlgebra<HttpsRequest, HttpsAtom>({
  toAtoms: ({ host, methods = HTTPS_METHODS, pathPrefixes = ['/'], port = HTTPS_PORT }) =>
    methods.flatMap((method) =>
      pathPrefixes.filter((path) => PLAIN_PATH.test(path)).map((pathPrefix) => ({ host, port, method, pathPrefix })),
    ),
  fromAtoms: toRules,
  meet(left, right) {
    const host = meetHosts(left.host, right.host)
    const pathPrefix = meetPaths(left.pathPrefix, right.pathPrefix)
    return host === undefined || pathPrefix === undefined ? undefined : { ...left, host, pathPrefix }
  },
  keyOf: ({ host, method, pathPrefix, port }) => `${host} ${port} ${pathPrefix} ${method}`,
  groupOf: ({ method, port }) => `${port} ${method}`,
})

function meetHosts(left: string, right: string): string | undefined {
  if (coversHost(left, right)) return right
  return coversHost(right, left) ? left : undefined
}

function coversHost(pattern: string, host: string): boolean {
  return pattern === '*' || pattern === host || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)))
}

function meetPaths(left: string, right: string): string | undefined {
  if (coversPath(left, right)) return right
  return coversPath(right, left) ? left : undefined
}

function coversPath(prefix: string, path: string): boolean {
  return prefix === path || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)
}

/** Methods that go to the same paths of a host become one rule, and so do all paths of the same methods. */
function toRules(atoms: readonly HttpsAtom[]): readonly HttpsRequest[] {
  const rules = new Map<string, HttpsAtom[]>()
  for (const members of Map.groupBy(atoms, ({ host, method, port }) => `${host} ${port} ${method}`).values()) {
    const [first] = members
    if (first === undefined) continue
    const paths = members.map(({ pathPrefix }) => pathPrefix)
    const key = [first.host, first.port, ...paths].join(' ')
    rules.set(key, [...(rules.get(key) ?? []), ...members])
  }
  return [...rules.values()].flatMap(toRule)
}

function toRule(members: readonly HttpsAtom[]): readonly HttpsRequest[] {
  const [first] = members
  if (first === undefined) return []
  const methods = [...new Set(members.map(({ method }) => method))].toSorted()
  const pathPrefixes = [...new Set(members.map(({ pathPrefix }) => pathPrefix))].toSorted()
  return [
    {
      host: first.host,
      ...(first.port === HTTPS_PORT ? {} : { port: first.port }),
      ...(methods.join() === HTTPS_METHODS.join() ? {} : { methods }),
      ...(pathPrefixes.join() === '/' ? {} : { pathPrefixes }),
    },
  ]
}
