import type { PackageDigest, PluginManifest } from '@plugboard/package-format'
import type { Candidate, EnabledPlugin, Enablement, Inventory } from '@plugboard/registry'

/** A digest that is told from others by one character. */
export function digestOf(character: string): PackageDigest {
  return `sha256:${character.repeat(64)}`
}

export function manifestOf(over: Partial<PluginManifest> = {}): PluginManifest {
  return {
    schemaVersion: 1,
    id: 'clock',
    name: 'Clock',
    version: '1.0.0',
    runtime: { kind: 'quickjs', entry: 'plugin.js', apiVersion: 1 },
    surfaces: { widgets: [{ id: 'main', title: 'Clock' }] },
    requests: {},
    ...over,
  }
}

/** A package as a source lists it. */
export function candidateOf(over: Partial<Candidate> = {}, about: Partial<PluginManifest> = {}): Candidate {
  const manifest = manifestOf(about)
  return {
    source: 'folder',
    location: `${manifest.id}-${manifest.version}.plug`,
    id: manifest.id,
    version: manifest.version,
    digest: digestOf('a'),
    manifest,
    diagnostics: [],
    ...over,
  }
}

export function inventoryOf(...candidates: readonly Candidate[]): Inventory {
  return { candidates, diagnostics: [] }
}

export function enabledOf(over: Partial<EnabledPlugin> = {}): EnabledPlugin {
  return { ref: 'folder:clock', digest: digestOf('a'), grants: {}, config: {}, ...over }
}

export function enablementOf(...plugins: readonly EnabledPlugin[]): Enablement {
  return { version: 1, plugins }
}

/** The codes of diagnostics, for short assertions. */
export function codesOf(diagnostics: readonly { readonly code: string }[]): readonly string[] {
  return diagnostics.map(({ code }) => code)
}
