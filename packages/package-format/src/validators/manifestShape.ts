import { nearestName } from '@plugboard/contracts'
import * as z from 'zod/mini'

import { manifestSchema } from '../manifestSchema.ts'
import { packageDiagnostic, quote, type PackageDiagnostic } from '../packageDiagnostic.ts'
import type { PluginManifest } from '../pluginManifest.ts'
import { keysAllowedAt } from './keysAllowedAt.ts'

/** Faults that are reported at once: a manifest must not choose how long the answer is. */
const MOST_FAULTS = 20

/** The manifest, when every place of it is as its schema has it; otherwise each place that is not. */
export function checkManifestShape(value: unknown): {
  readonly manifest?: PluginManifest
  readonly diagnostics: readonly PackageDiagnostic[]
} {
  const result = z.safeParse(manifestSchema, value)
  if (result.success) return { manifest: result.data, diagnostics: [] }
  return {
    diagnostics: result.error.issues.flatMap((issue) => describeIssue(issue, value)).slice(0, MOST_FAULTS),
  }
}

type Issue = z.core.$ZodIssue

function describeIssue(issue: Issue, manifest: unknown): readonly PackageDiagnostic[] {
  if (issue.code !== 'unrecognized_keys') {
    const path = issue.path.map(String)
    return [invalid(path, valueAt(manifest, path) === undefined ? 'is missing' : messageOf(issue))]
  }
  const parent = issue.path.map(String)
  const known = keysAllowedAt(parent, manifest)
  return issue.keys.map((key) => {
    const near = nearestName(key, known)
    const hint = near === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${near}"?`
    return invalid([...parent, key], 'is no key of a manifest', hint)
  })
}

function invalid(path: readonly string[], what: string, hint?: string): PackageDiagnostic {
  const place = path.join('.')
  return packageDiagnostic({
    code: 'manifest-invalid',
    message: `${place === '' ? 'plugin.json' : quote(place)} ${what}.`,
    path: place === '' ? 'plugin.json' : `plugin.json#${place}`,
    ...(hint === undefined ? {} : { hint }),
  })
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined),
    value,
  )
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? 'of another type'}`
    case 'too_big':
      return `is too long or too large: ${String(issue.maximum)} is the most`
    case 'too_small':
      return issue.minimum === 1 ? 'must not be empty' : `is too small: ${String(issue.minimum)} is the least`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'invalid_format':
      // The schema's own words.
      return issue.message
    default:
      return 'is not what may stand there'
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text',
}
