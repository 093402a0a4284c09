import type { TraceRecord } from '@plugboard/contracts'

export type DispatchRecord = Extract<TraceRecord, { readonly kind: 'dispatch' }>
