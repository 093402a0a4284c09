import type { JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'

import { readLayout, writeLayout, type Layout } from './layout.ts'

const layout: Layout = {
  selectedInstanceId: 'counter@a',
  panel: 'console',
  inspectorTab: 'state',
  isInspectorOpen: true,
}

it('comes back as it was saved', () => {
  expect(readLayout(JSON.parse(JSON.stringify(writeLayout(layout))))).toEqual(layout)
})

it('leaves out what is not understood, and keeps the rest', () => {
  const saved = {
    selectedInstanceId: 7,
    panel: 'constructor',
    inspectorTab: 'state',
    isInspectorOpen: 'yes',
  }
  expect(readLayout(saved)).toEqual({ inspectorTab: 'state' })
})

test.prop([fc.jsonValue()])('takes anything that was ever saved', (saved) => {
  expect(() => readLayout(saved as JsonValue)).not.toThrow()
})
