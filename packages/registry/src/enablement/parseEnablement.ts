import type { Diagnostic } from '@plugboard/contracts'
import * as z from 'zod/mini'

import { describeIssue } from '../describeIssue.ts'
import { GRANT_KINDS } from '../grants/combineGrants.ts'
import { inspectValue, readJsonText } from '../readJsonText.ts'
import { createDiagnostic } from '../registryDiagnostics.ts'
import type { EnabledPlugin, Enablement } from './enablement.ts'
import { enablementFileSchema, type EnablementFileEntry } from './enablementSchema.ts'
import { grantsSchema } from './grantsSchema.ts'

/** What {@link parseEnablement} found. */
export interface ParsedEnablement {
  /** Absent when the file cannot be taken: then nothing is enabled. */
  readonly enablement?: Enablement
  readonly diagnostics: readonly Diagnostic[]
}

const FILE = 'plugins.json'
const KEYS = ['version', 'plugins', 'ref', 'digest', 'surfaces', 'grants', 'config', 'signatures', '$schema']
const GRANT_KEYS = [...GRANT_KINDS, 'host', 'port', 'methods', 'pathPrefixes', 'reason', 'root', 'operations']

/**
 * Reads `plugins.json`: text, bytes, or JSON that was parsed already. Strictly, so that a typo is found.
 *
 * A fault of the file (`enablement-invalid`) takes all of it. A fault in the grants of one entry (`grant-invalid`) stays
 * with that entry, which is rejected for it; the others are taken.
 */
export function parseEnablement(input: unknown): ParsedEnablement {
  const read = typeof input === 'string' || input instanceof Uint8Array ? readJsonText(input) : inspectValue(input)
  if (!read.isReadable) return { diagnostics: [createDiagnostic('enablement-invalid', `${FILE} ${read.fault}.`)] }
  const parsed = z.safeParse(enablementFileSchema, read.value, { reportInput: true })
  if (!parsed.success) {
    const faults = parsed.error.issues.slice(0, 20).map((issue) => {
      const { path, words, ...rest } = describeIssue(issue, KEYS)
      return createDiagnostic('enablement-invalid', `${path === '' ? FILE : `"${path}"`} ${words}.`, {
        path: `${FILE}#${path}`,
        ...rest,
      })
    })
    return { diagnostics: faults }
  }
  const plugins = parsed.data.plugins.map(toEnabledPlugin)
  return { enablement: { version: 1, plugins }, diagnostics: [] }
}

function toEnabledPlugin(entry: EnablementFileEntry, index: number): EnabledPlugin {
  const { config = {}, grants = {}, ...named } = entry
  const parsed = z.safeParse(grantsSchema, grants, { reportInput: true })
  if (parsed.success) return { ...named, grants: parsed.data, config }
  const faults = parsed.error.issues.slice(0, 20).map((issue) => {
    const { path, words, ...rest } = describeIssue(issue, GRANT_KEYS)
    const place = ['grants', ...(path === '' ? [] : [path])].join('.')
    return createDiagnostic('grant-invalid', `"${place}" ${words}.`, {
      path: `${FILE}#plugins.${index}.${place}`,
      ref: named.ref,
      ...rest,
    })
  })
  return { ...named, grants: {}, config, faults }
}
