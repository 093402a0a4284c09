import type { PluginLimits } from '@plugboard/contracts'

/** Limits that no workload of the bench runs into: it is about time, and 10,000 rows are more than the defaults allow. */
export const ROOMY: Partial<PluginLimits> = {
  bytesIn: 64 * 1024 * 1024,
  bytesOut: 64 * 1024 * 1024,
  treeNodes: 100_000,
  memoryBytes: 256 * 1024 * 1024,
  fuel: { load: 100_000, render: 100_000, event: 100_000 },
  wallMs: { load: 30_000, render: 30_000, event: 30_000 },
}
