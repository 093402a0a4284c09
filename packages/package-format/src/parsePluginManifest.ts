import { inspectJson, measureJsonDepth } from '@plugboard/contracts'

import { packageDiagnostic, type PackageDiagnostic } from './packageDiagnostic.ts'
import { PACKAGE_LIMITS } from './packageLimits.ts'
import type { PluginManifest } from './pluginManifest.ts'
import { checkManifestShape } from './validators/manifestShape.ts'
import { checkManifestVersion } from './validators/manifestVersion.ts'
import { checkRuntimeChoice } from './validators/runtimeChoice.ts'

/** What `plugin.json` says, or every reason why that cannot be said. */
export interface ParsedManifest {
  /** Absent exactly when there is a diagnostic. */
  readonly manifest?: PluginManifest
  readonly diagnostics: readonly PackageDiagnostic[]
}

/**
 * Parses a manifest: text and bytes as JSON, anything else as JSON that was parsed before. Strictly, so that a typo is
 * found. What it asks for and whether the files are there is for `inspectPackage`.
 */
export function parsePluginManifest(input: unknown): ParsedManifest {
  const json = typeof input === 'string' || input instanceof Uint8Array ? parseText(input) : { value: input }
  if ('fault' in json) return invalid(json.fault)
  const { value } = json
  const fault = inspectJson(value, { depth: PACKAGE_LIMITS.manifestDepth, values: PACKAGE_LIMITS.manifestValues })
  if (fault !== null) return invalid(`plugin.json is not plain data: ${fault.code} at ${fault.path}.`)
  const version = checkManifestVersion(value)
  if (version.length > 0) return { diagnostics: version }
  const choice = checkRuntimeChoice(value)
  const shape = checkManifestShape(value)
  if (choice.length === 0) return shape
  // What is wrong with a runtime that is none needs no second word.
  return { diagnostics: [...choice, ...shape.diagnostics.filter(({ path }) => !isOfRuntime(path))] }
}

function isOfRuntime(path = ''): boolean {
  return path === 'plugin.json#runtime' || path.startsWith('plugin.json#runtime.')
}

function parseText(input: string | Uint8Array): { readonly value: unknown } | { readonly fault: string } {
  if (input.length > PACKAGE_LIMITS.manifestBytes) {
    return { fault: `plugin.json has more than ${PACKAGE_LIMITS.manifestBytes} bytes.` }
  }
  let text: string
  try {
    text = typeof input === 'string' ? input : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input)
  } catch {
    return { fault: 'plugin.json is not text in UTF-8.' }
  }
  // As bytes and as text the same: some readers pass over it, and others do not.
  if (text.startsWith('\uFEFF')) return { fault: 'plugin.json begins with a byte order mark. Save it without one.' }
  if (measureJsonDepth(text) > PACKAGE_LIMITS.manifestDepth) return { fault: 'plugin.json is nested too deeply.' }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    // Engines say it in their own words, some of them with the text itself.
    const place = /line (\d+) column (\d+)/.exec(String(error))
    const where = place === null ? '' : `, at line ${place[1]}, column ${place[2]}`
    return { fault: `plugin.json is not JSON${where}.` }
  }
}

function invalid(message: string): ParsedManifest {
  return { diagnostics: [packageDiagnostic({ code: 'manifest-invalid', message, path: 'plugin.json' })] }
}
