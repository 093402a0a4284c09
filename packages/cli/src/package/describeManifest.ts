import type { PluginManifest, PluginRequests, PluginSurfaces } from '@plugboard/package-format'

/** Names of what a package has, as `tool:add`. */
export function listSurfaces({ hooks, services, tools, widgets }: PluginSurfaces): readonly string[] {
  return [
    ...(widgets ?? []).map(({ id }) => `widget:${id}`),
    ...(tools ?? []).map(({ name }) => `tool:${name}`),
    ...(hooks ?? []).map(({ point }) => `hook:${point}`),
    ...(services ?? []).map(({ name }) => `service:${name}`),
  ]
}

/** What is asked for or granted, one thing each, as `--grant` takes it where it does. */
export function listRequests(requests: PluginRequests): readonly string[] {
  const { components, fs, https, readShared, secrets, systemCommands, writeShared } = requests
  return [
    ...(readShared ?? []).map((name) => `read:${name}`),
    ...(writeShared ?? []).map((name) => `write:${name}`),
    ...(systemCommands ?? []).map((name) => `command:${name}`),
    ...(components ?? []).map((name) => `component:${name}`),
    ...(https ?? []).map(({ host, methods = EVERY_METHOD, pathPrefixes = [''], port }) => {
      const place = `${host}${port === undefined ? '' : `:${port}`}`
      return `https:${methods.join(',')} ${pathPrefixes.map((prefix) => place + prefix).join(' ')}`
    }),
    ...(fs ?? []).map(({ operations, root }) => `fs:${root} ${operations.join(',')}`),
    ...(secrets ?? []).map((name) => `secret:${name}`),
  ]
}

/** A request that names no methods is one for all of them. */
const EVERY_METHOD: readonly string[] = ['*']

/** A manifest in the words of a list, or a dash. */
export function writeNames(names: readonly string[]): string {
  return names.length === 0 ? '-' : names.join(', ')
}

/** What a manifest says of itself, as data. */
export function describeManifest({ id, name, requests, runtime, surfaces, version }: PluginManifest): ManifestSummary {
  return {
    id,
    name,
    version,
    runtime: runtime.kind,
    surfaces: listSurfaces(surfaces),
    requested: listRequests(requests),
  }
}

export interface ManifestSummary {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly runtime: string
  readonly surfaces: readonly string[]
  readonly requested: readonly string[]
}
