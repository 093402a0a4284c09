import type { Diagnostic } from '@plugboard/contracts'
import * as z from 'zod/mini'

import { describeIssue } from '../describeIssue.ts'
import { digest, signature, version } from '../enablement/enablementSchema.ts'
import { parsePackageRef } from '../packageRef.ts'
import { inspectValue, readJsonText } from '../readJsonText.ts'
import { createDiagnostic } from '../registryDiagnostics.ts'
import type { Lock } from './lock.ts'

/** What {@link parseLock} found. */
export interface ParsedLock {
  /** Absent when the file cannot be taken: then nothing is locked, and nothing is restored. */
  readonly lock?: Lock
  readonly diagnostics: readonly Diagnostic[]
}

const FILE = 'plugins.lock.json'

const lockSchema: z.ZodMiniType<Lock> = z.strictObject({
  version: z.literal(1),
  plugins: z.record(
    z.string().check(z.refine((ref) => parsePackageRef(ref)?.source !== undefined)),
    z.strictObject({
      version,
      digest,
      location: z.string().check(z.maxLength(1_000)),
      signature: z.exactOptional(signature),
    }),
  ),
})

/** Reads `plugins.lock.json`: text, bytes, or JSON that was parsed already. A fault takes all of it. */
export function parseLock(input: unknown): ParsedLock {
  const read = typeof input === 'string' || input instanceof Uint8Array ? readJsonText(input) : inspectValue(input)
  if (!read.isReadable) return { diagnostics: [createDiagnostic('lock-invalid', `${FILE} ${read.fault}.`)] }
  const parsed = z.safeParse(lockSchema, read.value, { reportInput: true })
  if (parsed.success) return { lock: parsed.data, diagnostics: [] }
  const diagnostics = parsed.error.issues.slice(0, 20).map((issue) => {
    const { path, words } = describeIssue(issue)
    return createDiagnostic('lock-invalid', `${path === '' ? FILE : `"${path}"`} ${words}.`, {
      path: `${FILE}#${path}`,
    })
  })
  return { diagnostics }
}
