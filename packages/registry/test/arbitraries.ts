import type { PluginRequests } from '@plugboard/package-format'
import type { Candidate, EnabledPlugin, Enablement, HostPolicy, Lock } from '@plugboard/registry'
import * as fc from 'fast-check'

import { candidateOf, digestOf } from './candidates.ts'

const names = fc.uniqueArray(fc.constantFrom('counter', 'notes', 'presence'), { maxLength: 3 })

const https = fc.record(
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

const fs = fc.record({
  root: fc.constantFrom('notes', 'photos'),
  operations: fc.uniqueArray(fc.constantFrom('read' as const, 'list' as const, 'write' as const), { maxLength: 3 }),
})

/** Requests that overlap often enough to have something in common. */
export const anyRequests: fc.Arbitrary<PluginRequests> = fc.record(
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

const sources = fc.constantFrom('folder', 'npm', 'index')
const ids = fc.constantFrom('clock', 'notes')
const versions = fc.constantFrom('1.0.0', '1.1.0', '2.0.0-rc.1')
const digests = fc.constantFrom(digestOf('a'), digestOf('b'))

/** Packages that may be good, broken, listed alone, or there twice. */
export const anyCandidate: fc.Arbitrary<Candidate> = fc
  .record({
    source: sources,
    location: fc.constantFrom('one', 'two'),
    id: ids,
    version: versions,
    digest: digests,
    requests: anyRequests,
    kind: fc.constantFrom('good', 'good', 'good', 'broken', 'listed', 'unnamed'),
  })
  .map(({ digest, id, kind, location, requests, source, version }) => {
    const good = candidateOf({ source, location, digest }, { id, version, requests })
    const error = { code: 'manifest-invalid', severity: 'error', phase: 'manifest', message: 'No.' } as const
    if (kind === 'unnamed') return { source, location, diagnostics: [error] }
    if (kind === 'broken') return { ...good, diagnostics: [error] }
    const { manifest: _, ...listed } = good
    return kind === 'listed' ? listed : good
  })

/** What is in some sources: at each place of a source, one package. */
export const anyCandidates: fc.Arbitrary<readonly Candidate[]> = fc.uniqueArray(anyCandidate, {
  maxLength: 5,
  selector: placeOf,
})

/** The place that a candidate has for itself. */
export function placeOf({ location, source }: Candidate): string {
  return `${source}:${location}`
}

const anyEnabled: fc.Arbitrary<EnabledPlugin> = fc
  .record(
    {
      source: sources,
      id: ids,
      version: versions,
      digest: digests,
      surfaces: fc.constantFrom<readonly string[]>(['widget:main'], [], ['tool:other']),
      grants: anyRequests,
      isBare: fc.boolean(),
    },
    { requiredKeys: ['source', 'id', 'grants', 'isBare'] },
  )
  .map(({ id, isBare, source, ...rest }) => ({ ...rest, ref: isBare ? id : `${source}:${id}`, config: {} }))

export const anyEnablement: fc.Arbitrary<Enablement> = fc
  .array(anyEnabled, { maxLength: 3 })
  .map((plugins) => ({ version: 1, plugins }))

export const anyLock: fc.Arbitrary<Lock> = fc
  .array(fc.record({ source: sources, id: ids, version: versions, digest: digests }), { maxLength: 2 })
  .map((locked) => ({
    version: 1,
    plugins: Object.fromEntries(
      locked.map(({ digest, id, source, version }) => [`${source}:${id}`, { version, digest, location: 'one' }]),
    ),
  }))

export const anyPolicy: fc.Arbitrary<HostPolicy> = anyRequests.map(({ fs: folders, https: hosts, secrets }) => ({
  most: {
    ...(hosts === undefined ? {} : { https: hosts }),
    ...(folders === undefined ? {} : { fs: folders }),
    ...(secrets === undefined ? {} : { secrets }),
  },
}))
