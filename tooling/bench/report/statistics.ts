/** The spread of some samples. */
export interface Summary {
  readonly median: number
  readonly p10: number
  readonly p90: number
  readonly p99: number
  readonly samples: number
}

/** The value below which a share of the samples lies, between neighbours in proportion: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const position = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]]
  if (below === undefined || above === undefined) return Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}

/** Median and spread. Not a number where there are no samples. */
export function summarise(samples: readonly number[]): Summary {
  return {
    median: quantile(samples, 0.5),
    p10: quantile(samples, 0.1),
    p90: quantile(samples, 0.9),
    p99: quantile(samples, 0.99),
    samples: samples.length,
  }
}

/** The mean of ratios: the same whichever side is divided by the other. */
export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
