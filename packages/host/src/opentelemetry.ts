export { traceSpans } from './traceSpans.ts'

export type { TraceSpansSource } from './traceSpans.ts'
