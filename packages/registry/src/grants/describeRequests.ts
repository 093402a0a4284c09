import { cleanDisplayText, EVERY_DOMAIN } from '@plugboard/contracts'
import type { FsRequest, HttpsRequest, PluginRequests } from '@plugboard/package-format'

import { GRANT_KINDS } from './combineGrants.ts'
import type { GrantKind } from './pluginGrants.ts'

/** One request in words that a person can decide on. */
export interface RequestDescription {
  readonly kind: GrantKind
  /** Completes "It wants to …". Names in it are cleaned. */
  readonly text: string
  /** Why, in the author's own words, cleaned: a claim. Absent when the author gave no reason. */
  readonly reason?: string
  /** Whether it is much wider than what most packages need, and is to be shown so. */
  readonly isBroad: boolean
}

/** Requests or grants in plain words, one line each. */
export function describeRequests(requests: PluginRequests): readonly RequestDescription[] {
  return GRANT_KINDS.flatMap((kind) => DESCRIBE[kind](requests).map((line) => ({ kind, ...line })))
}

type Line = Omit<RequestDescription, 'kind'>

const DESCRIBE: Readonly<Record<GrantKind, (requests: PluginRequests) => readonly Line[]>> = {
  readShared: ({ readShared = [] }) =>
    readShared.map((domain) =>
      domain === EVERY_DOMAIN
        ? { text: 'see all shared data of this application', isBroad: true }
        : plain(`see the shared data "${domain}"`),
    ),
  writeShared: ({ writeShared = [] }) => writeShared.map((domain) => plain(`change the shared data "${domain}"`)),
  systemCommands: ({ systemCommands = [] }) => systemCommands.map((name) => plain(`give the command "${name}"`)),
  components: ({ components = [] }) =>
    components.map((name) => plain(`show components of this application that need "${name}"`)),
  https: ({ https = [] }) => https.map(describeHttps),
  fs: ({ fs = [] }) => fs.map(describeFs),
  secrets: ({ secrets = [] }) =>
    secrets.map((name) => plain(`have the secret "${name}" sent along with its requests, without seeing it`)),
}

function plain(text: string): Line {
  return { text: clean(text), isBroad: false }
}

function describeHttps({ host, methods, pathPrefixes, port, reason }: HttpsRequest): Line {
  const what = methods === undefined ? 'send requests of every kind' : `send ${join(methods)} requests`
  const at = port === undefined ? '' : ` at port ${port}`
  const below = pathPrefixes === undefined ? '' : `, below ${join(pathPrefixes)}`
  return {
    text: clean(`${what} to ${describeHost(host)}${at}${below}`),
    ...because(reason),
    isBroad: host === '*',
  }
}

function describeHost(host: string): string {
  if (host === '*') return 'every server'
  return host.startsWith('*.') ? `every server below ${host.slice(2)}` : host
}

const OPERATION_WORDS = { read: 'read files', list: 'list names', write: 'write files' } as const

function describeFs({ operations, reason, root }: FsRequest): Line {
  const what = join(operations.map((operation) => OPERATION_WORDS[operation]))
  return { text: clean(`${what} in the folder "${root}"`), ...because(reason), isBroad: false }
}

function because(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason: clean(reason) }
}

function join(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function clean(text: string): string {
  return cleanDisplayText(text).slice(0, 300)
}
