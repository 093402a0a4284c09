/** One measured number, beside what it must not pass. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'KB' | 'MB' | 'count' | '%'
  /** Absent: recorded, not judged. */
  readonly limit?: { readonly most: number } | { readonly least: number }
}

/** A part of the campaign: at most eight minutes, and of no use to any other part. */
export interface Part {
  readonly name: string
  readonly what: string
  readonly measure: () => Promise<readonly Figure[]>
}

export function isHeld({ value, limit }: Figure): boolean {
  if (limit === undefined) return true
  return 'most' in limit ? value <= limit.most : value >= limit.least
}

export function describeLimit({ limit, unit }: Figure): string {
  if (limit === undefined) return ''
  return 'most' in limit ? `≤ ${limit.most} ${unit}` : `≥ ${limit.least} ${unit}`
}

/** The value below which a share of the samples lies: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
