import { defineSharedDomain } from '@plugboard/store-core'
import * as z from 'zod/mini'

/** What the application keeps. Plugins never see it. */
export interface CounterSummary {
  readonly byInstance: Readonly<Record<string, number>>
}

/** What plugins see, and what they may ask for, as their authors' compilers know it. */
export interface CounterSummaryTypes {
  readonly state: { readonly totalValue: number; readonly instanceCount: number }
  readonly actions: { readonly 'set-instance': { readonly value: number }; readonly reset: undefined }
}

const setInstance: z.ZodMiniType<CounterSummaryTypes['actions']['set-instance']> = z.object({ value: z.number() })

/** Adds up what each counter says of itself. Plugins ask; this decides what it means, and whether it means anything. */
export const counterSummary = defineSharedDomain<CounterSummary>({
  name: 'counter-summary',
  owner: 'host',
  schemaVersion: 1,
  initialState: { byInstance: {} },
  reducer(current, { actionType, payload }, { instanceId }) {
    switch (actionType) {
      case 'set-instance': {
        const parsed = setInstance.safeParse(payload)
        if (!parsed.success) return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload.value' }
        // Whose value it is says the host: a plugin cannot speak for another.
        return { next: { byInstance: { ...current.byInstance, [instanceId]: parsed.data.value } }, outcome: 'applied' }
      }
      case 'reset':
        return { next: { byInstance: {} }, outcome: 'applied' }
      default:
        return { next: current, outcome: 'ignored', reason: `unsupported-action:counter-summary/${actionType}` }
    }
  },
  publicProjection: ({ byInstance }): CounterSummaryTypes['state'] => {
    const values = Object.values(byInstance)
    return { totalValue: values.reduce((sum, value) => sum + value, 0), instanceCount: values.length }
  },
  onInstanceRemoved({ byInstance }, instanceId) {
    const { [instanceId]: _gone, ...rest } = byInstance
    return { byInstance: rest }
  },
})
