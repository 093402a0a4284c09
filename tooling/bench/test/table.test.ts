import { expect, test } from 'vitest'

import { EMPTY_TABLE, reduceTable } from '../plugins/table/rows.ts'
import { outlineTable } from '../pages/table/tablePicture.ts'
import { openBench } from '../run/openBench.ts'

const SIZES = { rows: 20, many: 50 }

test('every variant of the table shows the same after every operation, and is timed for each', async () => {
  await using bench = await openBench(['table/index.html'])
  const page = await bench.open('table/index.html')
  // The page itself compares the elements of each variant with the common reducer, and throws where they differ.
  const { failures, samples } = await page.evaluate((options) => globalThis.measure(options), {
    rounds: 1,
    warmUp: 1,
    manyRounds: 1,
    sizes: SIZES,
  })
  expect(failures).toEqual([])
  const operations = [...new Set(Object.keys(samples).map((workload) => workload.replace(/, (commit|paint)$/, '')))]
  expect(operations).toEqual([
    'create 20',
    'replace 20',
    'update every 10th of 20',
    'select a row',
    'swap two rows',
    'remove a row',
    'append 20 to 20',
    'clear 40',
    'create 50',
    'update every 10th of 50',
    'clear 50',
  ])
  for (const variants of Object.values(samples)) {
    expect(Object.keys(variants)).toEqual(expect.arrayContaining(['react', 'react+redux', 'naive', 'plugboard']))
    expect(
      Object.values(variants)
        .flat()
        .every((time) => time > 0),
    ).toBe(true)
  }
  expect(Object.keys(samples['select a row, commit'] ?? {})).toContain('remote-dom')
})

test('the picture that variants are held to says what is where', () => {
  const two = reduceTable(reduceTable(EMPTY_TABLE, { type: 'create', count: 2 }), { type: 'select', id: 2 })
  expect(outlineTable(EMPTY_TABLE)).toEqual(['tr(td=Nothing here yet.)'])
  expect(outlineTable(two)).toEqual([
    'tr(td= td=1 th(button=handsome brown bbq) td(button=Remove))',
    'tr(td=▸ td=2 th(button=crazy orange pony) td(button=Remove))',
  ])
})
