import type { StandardSchemaV1 } from '@standard-schema/spec'
import { expect, it } from 'vitest'

import { readBySchema } from './readBySchema.ts'

function refusing(issues: readonly StandardSchemaV1.Issue[]): StandardSchemaV1 {
  return { '~standard': { version: 1, vendor: 'test', validate: () => ({ issues }) } }
}

it('keeps what is wrong short, on one line and in reading order, whatever a library repeats of a plugin’s words', () => {
  const message = `Unrecognized key "\u202Eevil\n${'x'.repeat(10_000)}"`
  const path = Array.from({ length: 50 }, () => ({ key: 'k\u202E'.repeat(500) }))
  for (const issues of [[{ message }], [{ message, path }, { message }]]) {
    const reading = readBySchema(refusing(issues), {}, 'props')
    const words = reading.ok ? '' : reading.message
    expect(words).toMatch(/^props/)
    expect(words.length).toBeLessThanOrEqual(300)
    expect(words).not.toMatch(/[\n\u202E]/)
  }
})

it('names the place and how many faults there are', () => {
  const issues = [{ message: 'is no number', path: ['at', { key: 'lat' }, 0] }, { message: 'a' }, { message: 'b' }]
  expect(readBySchema(refusing(issues), {}, 'props')).toEqual({
    ok: false,
    message: 'props.at.lat.0: is no number (and 2 more)',
  })
})
