import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import { quantile, type Figure, type Part } from '../figure.ts'
import { GUEST, nameInstance } from '../guest.ts'

const ROUNDS = 60
const DEADLINE = 200
const LIMITS = {
  // Fuel out of the way: what is measured here is the clock.
  loop: {
    wallMs: { load: 3_000, render: 1_000, event: DEADLINE },
    fuel: { load: 400, render: 200, event: 1_000_000 },
  },
  // The clock out of the way: what is asked here is whether memory has an end.
  memory: {
    wallMs: { load: 3_000, render: 1_000, event: 60_000 },
    fuel: { load: 400, render: 200, event: 1_000_000 },
  },
}

/** Plugins that can be interrupted, and memory that has an end. */
export const stops: Part = {
  name: 'stops',
  what: `${ROUNDS} endless loops and ${ROUNDS} memory eaters in Node.js workers`,
  async measure(): Promise<readonly Figure[]> {
    let clock = 0
    const runtime = createQuickJSRuntime({ now: () => clock })
    const loops: number[] = []
    let uncoded = 0
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        clock += 120_000
        for (const [handler, code] of [
          ['loop', 'RUNTIME_TIMEOUT'],
          ['memory', 'RUNTIME_MEMORY'],
        ] as const) {
          const guest = nameInstance('guest')
          await runtime.load({ ...guest.identity, code: GUEST, limits: LIMITS[handler] })
          const started = performance.now()
          const outcome = await runtime
            .call(guest.instanceId, {
              kind: 'event',
              widgetId: 'main',
              handler,
              event: { type: 'press' },
              view: guest.view({ value: 0 }),
            })
            .then(
              () => 'answered',
              (error: { code?: string }) => error.code,
            )
          if (handler === 'loop') loops.push(performance.now() - started - DEADLINE)
          if (outcome !== code) uncoded += 1
          await runtime.dispose(guest.instanceId)
        }
      }
    } finally {
      await runtime[Symbol.asyncDispose]()
    }
    return [
      {
        name: 'interruptible: stopped, past the deadline, p99',
        value: quantile(loops, 0.99),
        unit: 'ms',
        limit: { most: 25 },
      },
      { name: 'attacks without their own code', value: uncoded, unit: 'count', limit: { most: 0 } },
    ]
  },
}
