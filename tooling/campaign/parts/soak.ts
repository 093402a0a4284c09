import { hostileGuests } from '@plugboard/contract-tests'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'

import type { Figure, Part } from '../figure.ts'
import { nameInstance } from '../guest.ts'

const CYCLES = 1_000
const LIMITS = {
  wallMs: { load: 250, render: 100, event: 100 },
  graceMs: 50,
  fuel: { load: 20, render: 10, event: 10 },
}

/** Hostile plugins loaded and unloaded for a long time: nothing may stay behind. */
export const soak: Part = {
  name: 'soak',
  what: `${CYCLES} loads and unloads of hostile plugins in Node.js workers`,
  async measure(): Promise<readonly Figure[]> {
    const guests = hostileGuests.filter(({ at, needs }) => at === 'load' && needs !== 'watchdog')
    const runtime = createQuickJSRuntime({ limits: LIMITS })
    let warm = 0
    let uncoded = 0
    try {
      for (let cycle = 0; cycle < CYCLES; cycle += 1) {
        const guest = guests[cycle % guests.length]
        if (guest === undefined) break
        const instance = nameInstance('hostile')
        try {
          await runtime.load({ ...instance.identity, code: guest.code })
        } catch (error) {
          if (typeof (error as { code?: unknown }).code !== 'string') uncoded += 1
        }
        await runtime.dispose(instance.instanceId)
        if (cycle === Math.floor(CYCLES / 5)) warm = process.memoryUsage.rss()
      }
      const { groups } = await runtime.health()
      const growth = (process.memoryUsage.rss() - warm) / 1024 / 1024
      return [
        { name: 'growth of the process after the first fifth', value: growth, unit: 'MB', limit: { most: 32 } },
        { name: 'workers left after the last unload', value: groups.length, unit: 'count', limit: { most: 0 } },
        { name: 'failures without a code', value: uncoded, unit: 'count', limit: { most: 0 } },
      ]
    } finally {
      await runtime[Symbol.asyncDispose]()
    }
  },
}
