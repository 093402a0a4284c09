import { isPackageId, type Diagnostic, type PackageId } from '@plugboard/contracts'
import { PACKAGE_LIMITS, type PackageDigest } from '@plugboard/package-format'
import * as z from 'zod/mini'

import { describeIssue } from '../describeIssue.ts'
import { digest, version } from '../enablement/enablementSchema.ts'
import { readJsonText } from '../readJsonText.ts'
import { createDiagnostic } from '../registryDiagnostics.ts'
import { REGISTRY_LIMITS } from '../registryLimits.ts'

/** One package of an index, as its JSON says. */
export interface IndexEntry {
  readonly id: PackageId
  readonly version: string
  /** Where the archive is, from the address of the index on; of the same origin. */
  readonly url: string
  /** Of the archive, in bytes: exactly. */
  readonly size: number
  /** Of the content. */
  readonly digest: PackageDigest
  /** A signature as JSON; what it is worth is found out when it is verified. */
  readonly signature?: unknown
}

export interface ParsedIndex {
  readonly entries: readonly IndexEntry[]
  readonly diagnostics: readonly Diagnostic[]
}

const KEYS = ['id', 'version', 'url', 'size', 'digest', 'signature']

const entrySchema: z.ZodMiniType<IndexEntry> = z.strictObject({
  id: z.string().check(z.refine(isPackageId, 'must be the id of a package')),
  version,
  url: z.string().check(z.minLength(1), z.maxLength(1_000)),
  size: z.int().check(z.minimum(1), z.maximum(PACKAGE_LIMITS.archiveBytes)),
  digest,
  signature: z.exactOptional(z.unknown()),
})

/** Reads the JSON list of an index. An entry that is none costs only itself. */
export function parseIndex(bytes: Uint8Array, source: string): ParsedIndex {
  const refuse = (message: string, path?: string): Diagnostic =>
    createDiagnostic('index-invalid', message, path === undefined ? {} : { path: `${source}#${path}` })
  const read = readJsonText(bytes)
  if (!read.isReadable) return { entries: [], diagnostics: [refuse(`The index ${read.fault}.`)] }
  if (!Array.isArray(read.value)) return { entries: [], diagnostics: [refuse('The index is not a list.')] }
  const items: readonly unknown[] = read.value
  const entries: IndexEntry[] = []
  const diagnostics: Diagnostic[] = []
  for (const [place, item] of items.slice(0, REGISTRY_LIMITS.candidates).entries()) {
    const parsed = z.safeParse(entrySchema, item, { reportInput: true })
    if (parsed.success) {
      entries.push(parsed.data)
      continue
    }
    const [issue] = parsed.error.issues
    if (issue === undefined) continue
    const { path, words } = describeIssue(issue, KEYS)
    const at = [place, ...(path === '' ? [] : [path])].join('.')
    diagnostics.push(refuse(`Entry ${place} is not listed: ${path === '' ? 'it' : `"${path}"`} ${words}.`, at))
  }
  if (items.length > REGISTRY_LIMITS.candidates) {
    const message = `The index has ${items.length} entries; ${REGISTRY_LIMITS.candidates} are the most.`
    diagnostics.push(createDiagnostic('source-too-large', message))
  }
  // An index must not choose how long the answer is.
  return { entries, diagnostics: diagnostics.slice(0, 20) }
}
