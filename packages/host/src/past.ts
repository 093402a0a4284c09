export { openPast } from './past/openPast.ts'

export type { OpenPastOptions, Past } from './past/past.ts'
