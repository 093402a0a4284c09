import type { Measured } from '../report/benchRow.ts'

/** What several pages measured, as one. */
export function mergeReports(reports: readonly Measured[]): Measured {
  return {
    samples: Object.assign({}, ...reports.map(({ samples }) => samples)) as Measured['samples'],
    failures: reports.flatMap(({ failures }) => failures),
  }
}
