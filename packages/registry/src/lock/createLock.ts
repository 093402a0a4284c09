import * as z from 'zod/mini'

import { signature as signatureSchema } from '../enablement/enablementSchema.ts'
import { isRunnable, type ResolvedPlan } from '../resolve/pluginEntry.ts'
import type { Lock, LockedPackage } from './lock.ts'

/** Pins what runs, exactly as it is in the plan. What does not run is not in the lock. */
export function createLock(plan: ResolvedPlan): Lock {
  const plugins = plan.entries.flatMap((entry): readonly (readonly [string, LockedPackage])[] => {
    const { digest, location = '', ref, version } = entry
    if (!isRunnable(entry) || digest === undefined || version === undefined) return []
    // What is no signature is not kept: without a policy nobody has looked at it.
    const signed = z.safeParse(signatureSchema, entry.signature)
    return [[ref, { version, digest, location, ...(signed.success ? { signature: signed.data } : {}) }]]
  })
  return { version: 1, plugins: Object.fromEntries(plugins) }
}
