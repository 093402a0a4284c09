import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { VM_WORKLOADS } from '../pages/vm/vmWorkloads.ts'
import { EMPTY_TABLE, reduceTable } from '../plugins/table/rows.ts'
import { outlineTable } from '../pages/table/tablePicture.ts'
import { openBench, type Bench } from '../run/openBench.ts'

// Small sizes and no word about times. The pages themselves compare what each variant shows with what it was told, element
// by element, and throw where they differ.
describe('the pages of the bench', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench([
      'vm/index.html',
      'table/index.html',
      'fanout/index.html',
      'startup/plugboard.html',
      'startup/react.html',
      'startup/kills.html',
    ])
  })
  afterAll(() => bench[Symbol.asyncDispose]())

  test('every variant of the table shows the same after every operation on 120 rows', async () => {
    const page = await bench.open('table/index.html')
    const { failures, samples } = await page.evaluate((options) => globalThis.measureTable(options), {
      rounds: 1,
      warmUp: 0,
      budgetMs: 30_000,
      manyRounds: 1,
      sizes: { rows: 120, many: 150 },
    })
    expect(failures).toEqual([])
    expect(Object.keys(samples).filter((workload) => workload.endsWith(', commit'))).toEqual([
      'create 120, commit',
      'replace 120, commit',
      'update every 10th of 120, commit',
      'select a row, commit',
      'swap two rows, commit',
      'remove a row, commit',
      'append 120 to 120, commit',
      'clear 240, commit',
      'create 150, commit',
      'update every 10th of 150, commit',
      'clear 150, commit',
    ])
    for (const [workload, variants] of Object.entries(samples)) {
      const peers = [
        'naive',
        'plugboard',
        'plugboard, in part',
        'react',
        'react+redux',
        ...(workload.includes('150') ? [] : ['remote-dom']),
      ]
      expect(Object.keys(variants).toSorted()).toEqual(peers)
    }
  })

  test('every variant of the counters shows a change in one of them, and in all of them', async () => {
    const page = await bench.open('fanout/index.html')
    const { failures, samples } = await page.evaluate((options) => globalThis.measureFanout(options), {
      rounds: 1,
      warmUp: 0,
      budgetMs: 30_000,
      instances: 3,
      clicks: { local: 4, shared: 2 },
    })
    expect(failures).toEqual([])
    const variants = { 'in-process': 4, naive: 4, plugboard: 4 }
    expect(countSamples(samples['local change, 3 instances, commit'])).toEqual(variants)
    expect(Object.keys(samples['shared change, 3 instances, commit'] ?? {}).toSorted()).toEqual(Object.keys(variants))
  })

  test('every case of a VM runs, and answers what it was asked', async () => {
    const page = await bench.open('vm/index.html')
    const { failures, samples } = await page.evaluate((options) => globalThis.measureVm(options), {
      rounds: 1,
      warmUp: 0,
      budgetMs: 30_000,
    })
    expect(failures).toEqual([])
    expect(Object.keys(samples).toSorted()).toEqual(Object.values(VM_WORKLOADS).toSorted())
    for (const variants of Object.values(samples)) expect(variants).toHaveProperty('plugboard')
  })

  test('instances are back after their worker was killed', async () => {
    const page = await bench.open('startup/kills.html')
    const { samples } = await page.evaluate((options) => globalThis.measureKills(options), {
      instances: 2,
      rest: 0,
      rounds: 1,
      warmUp: 0,
      budgetMs: 30_000,
    })
    expect(countSamples(samples['back on screen after a kill, 2 instances'])).toEqual({
      naive: 1,
      'naive-cold': 1,
      plugboard: 1,
      'plugboard-cold': 1,
    })
  })

  test.for(['plugboard', 'react'])('the first widget of a cold page is the same: %s', async (variant) => {
    const page = await bench.open(`startup/${variant}.html`)
    expect(await page.evaluate(() => globalThis.firstWidget)).toBeGreaterThan(0)
  })

  test('the first widget comes from the worker that the page’s head has started, and from no other', async () => {
    const page = await bench.open('startup/plugboard.html')
    await page.evaluate(() => globalThis.firstWidget)
    expect(await page.locator('head script').first().textContent()).toContain('plugboard.start')
    expect(await page.evaluate(() => Symbol.for('plugboard.start') in globalThis)).toBe(false)
    const started = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(started.filter((name) => name.includes('browserWorker'))).toHaveLength(1)
    expect(started.filter((name) => name.endsWith('.wasm'))).toHaveLength(1)
  })
})

test('the picture that variants are held to says what is where', () => {
  const two = reduceTable(reduceTable(EMPTY_TABLE, { type: 'create', count: 2 }), { type: 'select', id: 2 })
  expect(outlineTable(EMPTY_TABLE)).toEqual(['tr(td=Nothing here yet.)'])
  expect(outlineTable(two)).toEqual([
    'tr(td= td=1 th(button=handsome brown bbq) td(button=Remove))',
    'tr(td=▸ td=2 th(button=crazy orange pony) td(button=Remove))',
  ])
})

function countSamples(variants: Readonly<Record<string, readonly number[]>> = {}): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(variants).map(([name, list]) => [name, list.length]))
}
