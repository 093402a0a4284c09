import { chanceSource, pluginWith } from '@plugboard/contract-tests'
import { describe, expect, test } from 'vitest'

import { startVm } from '../../test/vmKit.ts'

const seed = { random: 42, epochMs: 1_700_000_000_000 }

describe('clock and chance', () => {
  test('equal seeds and equal calls give equal answers, whatever the host’s clock says', async () => {
    const sample = async (now: () => number): Promise<unknown> =>
      (await startVm(chanceSource, { seed, now })).press('sample').intents[0]?.payload
    expect(await sample(() => 1)).toEqual(await sample(() => 999))
  })

  test('other seeds give other answers', async () => {
    const sample = async (random: number): Promise<unknown> =>
      (await startVm(chanceSource, { seed: { ...seed, random } })).press('sample').intents[0]?.payload
    expect(await sample(1)).not.toEqual(await sample(2))
  })

  test('Math.random stays in its range and spreads', async () => {
    const { press } = await startVm(
      pluginWith({ handlers: 'go(ctx) { ctx.dispatchPluginAction("n", Array.from({ length: 500 }, Math.random)) }' }),
      { seed },
    )
    const numbers = press('go').intents[0]?.payload as readonly number[]
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(new Set(numbers).size).toBeGreaterThan(490)
  })

  test('Date is a Date in every way but the source of its time', async () => {
    const { press } = await startVm(
      pluginWith({
        handlers: `go(ctx) {
          class Mine extends Date { year() { return this.getUTCFullYear() } }
          ctx.dispatchPluginAction('date', {
            now: Date.now(), same: new Date() instanceof Date, text: typeof Date(), length: Date.length, name: Date.name,
            fixed: new Date(2020, 0, 2, 3).getFullYear(), iso: new Date('2020-01-02T00:00:00Z').toISOString(),
            utc: Date.UTC(2020, 0), parse: Date.parse('2020-01-01T00:00:00Z'), own: new Date().constructor === Date,
            mine: new Mine(0).year(), mineNow: new Mine().year(), copy: new Date(new Date(5)).getTime(),
            year: new Date().getUTCFullYear(), performance: performance.now() >= 0, keys: Object.keys(globalThis).includes('Date'),
          })
        }`,
      }),
      { seed },
    )
    expect(press('go').intents[0]?.payload).toEqual({
      now: seed.epochMs,
      same: true,
      text: 'string',
      length: 7,
      name: 'Date',
      fixed: 2020,
      iso: '2020-01-02T00:00:00.000Z',
      utc: Date.UTC(2020, 0),
      parse: Date.UTC(2020, 0),
      own: true,
      mine: 1970,
      mineNow: 2023,
      copy: 5,
      year: 2023,
      performance: true,
      keys: false,
    })
  })

  test('the engine’s own clock cannot be reached through a date', async () => {
    const { press } = await startVm(
      pluginWith({
        handlers: `go(ctx) {
          const times = [Date, new Date().constructor, Object.getPrototypeOf(class extends Date {}), Reflect.construct(Date, []).constructor]
            .map((Clock) => new Clock().getUTCFullYear())
          ctx.dispatchPluginAction('times', [...times, Reflect.construct(Date, []).getUTCFullYear(), Reflect.construct(Date, [], Object).getUTCFullYear === undefined])
        }`,
      }),
      { seed },
    )
    expect(press('go').intents[0]?.payload).toEqual([2023, 2023, 2023, 2023, 2023, true])
  })

  test('there is no shared memory and nothing to wait on', async () => {
    const { press } = await startVm(
      pluginWith({ handlers: 'go(ctx) { ctx.dispatchPluginAction("x", [typeof SharedArrayBuffer, typeof Atomics]) }' }),
    )
    expect(press('go').intents[0]?.payload).toEqual(['undefined', 'undefined'])
  })
})
