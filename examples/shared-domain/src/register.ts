import type { CounterSummaryTypes } from './counterSummary.ts'

// One line for each domain, in the application's own repository or in a package of types that it publishes for authors.
declare module '@plugboard/sdk' {
  interface Register {
    domains: { 'counter-summary': CounterSummaryTypes }
  }
}
