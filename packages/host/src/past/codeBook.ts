import { digestJson, type InstanceId, type PluginLimits, type RuntimeState } from '@plugboard/contracts'

import type { InstanceCode } from '../packageCatalog.ts'

/** What an instance ran, and under which limits. */
export interface KnownCode {
  readonly instanceId: InstanceId
  readonly code: InstanceCode
  readonly limits: PluginLimits
  readonly digest: string
}

/** Codes that a host remembers. Those that were kept longest ago go first. */
const MOST_CODES = 100

/**
 * What instances ran, also when they run something else by now or are gone. Kept by instance: two codes of one digest never
 * stand in for each other across instances.
 */
export class CodeBook {
  #known: KnownCode[] = []

  /** Remembers what an instance is to run; under the limits that it has, where none are given. */
  keep(instanceId: InstanceId, code: InstanceCode, given?: PluginLimits): void {
    const limits = given ?? this.#known.findLast((entry) => entry.instanceId === instanceId)?.limits
    // Too long to be run at all, and to be read for its digest.
    if (limits === undefined || code.code.length > limits.bytesIn) return
    const digest = digestJson(code.code)
    const others = this.#known.filter((entry) => entry.instanceId !== instanceId || entry.digest !== digest)
    this.#known = [...others, { instanceId, code, limits, digest }].slice(-MOST_CODES)
  }

  /** What an instance ran right after a record of the past; undefined when that is not known, or its code is not any more. */
  findAt(instanceId: InstanceId, past: RuntimeState, now: RuntimeState): KnownCode | undefined {
    const own = this.#known.filter((entry) => entry.instanceId === instanceId)
    const start = past.trace.findLast((record) => isStart(record, instanceId))
    if (start !== undefined) return own.find(({ digest }) => isStart(start, instanceId, digest))
    // Its start has left the trace: what it ran last is what it ran then, unless a later record names other code.
    const pastSeq = past.trace.at(-1)?.seq ?? 0
    const isReplaced = now.trace.some((record) => record.seq > pastSeq && isStart(record, instanceId))
    return isReplaced ? undefined : own.at(-1)
  }
}

function isStart(record: RuntimeState['trace'][number], instanceId: InstanceId, digest?: string): boolean {
  if (record.kind !== 'load' && record.kind !== 'restart') return false
  if (record.instanceId !== instanceId || record.codeDigest === undefined) return false
  return digest === undefined || record.codeDigest === digest
}
