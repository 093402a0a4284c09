import { PassThrough } from 'node:stream'

import { expect, it } from 'vitest'

import { readLines } from './readLines.ts'

it('gives lines one by one, to the end', async () => {
  const input = new PassThrough()
  input.end('one\ntwo\r\nthree')
  const lines: string[] = []
  for await (const line of { [Symbol.asyncIterator]: () => readLines(input) }) lines.push(line)
  expect(lines).toEqual(['one', 'two', 'three'])
})

it('lets go of its stream when nobody reads on: a terminal that is read keeps the process alive', async () => {
  const input = new PassThrough()
  input.write('q\n')
  const lines = readLines(input)
  expect(await lines.next()).toEqual({ done: false, value: 'q' })
  expect(input.isPaused()).toBe(false)
  expect(await lines.return?.()).toEqual({ done: true, value: undefined })
  expect([input.isPaused(), input.listenerCount('data'), input.listenerCount('end')]).toEqual([true, 0, 0])
})
