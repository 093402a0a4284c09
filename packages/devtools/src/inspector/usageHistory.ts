import type { CallUsage, InstanceId, TraceRecord } from '@plugboard/contracts'

import { TraceModel } from '../trace/TraceModel.ts'

/** What one call took. */
export interface UsageSample extends CallUsage {
  readonly at: number
}

/** What an instance used: its newest calls, and those of the last minute. */
export interface InstanceUsage {
  readonly render?: UsageSample
  readonly event?: UsageSample
  /** Of the last minute, oldest first. */
  readonly renders: readonly UsageSample[]
}

/** How far back the samples go, in milliseconds. */
export const USAGE_SPAN_MS = 60_000

/** Most samples that are kept of one instance: what a sparkline can show. */
const MOST_SAMPLES = 600

/** What each instance's calls took, as the trace tells. */
export class UsageHistory extends TraceModel {
  #usages = new Map<InstanceId, InstanceUsage>()

  /** The same object until the trace tells something new of the instance. */
  usageOf(instanceId: InstanceId): InstanceUsage | undefined {
    return this.#usages.get(instanceId)
  }

  protected take(record: TraceRecord): boolean {
    const { at, instanceId } = record
    if (instanceId === undefined) return false
    if (record.kind === 'dispose') return this.#usages.delete(instanceId)
    const before = this.#usages.get(instanceId) ?? NOTHING
    if (record.kind === 'render') {
      const sample = { ...record.usage, at }
      const recent = before.renders.filter((one) => one.at > at - USAGE_SPAN_MS).slice(-(MOST_SAMPLES - 1))
      this.#usages.set(instanceId, { ...before, render: sample, renders: [...recent, sample] })
      return true
    }
    if ((record.kind !== 'event' && record.kind !== 'invoke') || record.usage === undefined) return false
    this.#usages.set(instanceId, { ...before, event: { ...record.usage, at } })
    return true
  }

  // What an instance used last stays known when its record has left the trace.
  protected drop(): void {}

  protected forget(): void {
    this.#usages = new Map()
  }
}

const NOTHING: InstanceUsage = { renders: [] }
