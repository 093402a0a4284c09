import { PLAIN_PATH, type HttpsRequest } from '@plugboard/package-format'

import { createRuleAlgebra, type Claim, type RuleAlgebra } from './ruleAlgebra.ts'

/** What a rule without `methods` allows. */
export const HTTPS_METHODS: readonly string[] = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT']

const HTTPS_PORT = 443

/** One host, or pattern of hosts, at one port, below one path. */
interface HttpsPlace {
  readonly host: string
  readonly port: number
  readonly pathPrefix: string
}

/**
 * Where requests may go, and with which methods.
 *
 * - A host is one name, `*.example.org` for every name below `example.org` (not that name itself), or `*`.
 * - No port is 443 and no other. No methods are all of {@link HTTPS_METHODS}. No path prefixes are every path.
 * - `/v1` covers `/v1` and `/v1/users`, and not `/v10`. A path that does not say where it leads (`..`, `%`, `?`) is none.
 */
export const httpsRules: RuleAlgebra<HttpsRequest> = createRuleAlgebra<HttpsRequest, HttpsPlace>({
  rights: HTTPS_METHODS,
  toClaims: ({ host, methods = HTTPS_METHODS, pathPrefixes = ['/'], port = HTTPS_PORT }) =>
    pathPrefixes
      .filter((path) => PLAIN_PATH.test(path))
      .map((pathPrefix) => ({ place: { host, port, pathPrefix }, rights: methods })),
  toRules,
  keyOf: ({ host, pathPrefix, port }) => `${host} ${port} ${pathPrefix}`,
  covers: (wide, narrow) =>
    wide.port === narrow.port && coversHost(wide.host, narrow.host) && coversPath(wide.pathPrefix, narrow.pathPrefix),
  cross: (left, right) => (left.port === right.port ? (crossed(left, right) ?? crossed(right, left)) : undefined),
})

function coversHost(pattern: string, host: string): boolean {
  return pattern === '*' || pattern === host || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)))
}

function coversPath(prefix: string, path: string): boolean {
  if (!path.startsWith(prefix)) return false
  return path.length === prefix.length || prefix.endsWith('/') || path.charAt(prefix.length) === '/'
}

/** The narrower host of the one, below the longer path of the other. */
function crossed(host: HttpsPlace, path: HttpsPlace): HttpsPlace | undefined {
  const isNarrower = coversHost(path.host, host.host) && coversPath(host.pathPrefix, path.pathPrefix)
  return isNarrower ? { ...host, pathPrefix: path.pathPrefix } : undefined
}

/** Paths of one host with the same methods become one rule. */
function toRules(claims: readonly Claim<HttpsPlace>[]): readonly HttpsRequest[] {
  const groups = Map.groupBy(claims, ({ place: { host, port }, rights }) => `${host} ${port} ${rights.join()}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { host, port } = first.place
    const paths = group.map(({ place }) => place.pathPrefix)
    return [
      {
        host,
        ...(port === HTTPS_PORT ? {} : { port }),
        ...(first.rights.length === HTTPS_METHODS.length ? {} : { methods: first.rights }),
        ...(paths.join() === '/' ? {} : { pathPrefixes: paths }),
      },
    ]
  })
}
