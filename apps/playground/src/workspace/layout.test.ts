import type { JsonValue } from '@plugboard/contracts'
import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'

import { customEntry } from '../host/packageCatalog.ts'
import { readLayout, writeLayout, type Layout } from './layout.ts'

const layout: Layout = {
  selectedInstanceId: 'counter@a',
  panel: 'console',
  inspectorTab: 'state',
  isInspectorOpen: true,
  customPackages: [customEntry({ packageId: 'hello-1', title: 'Hello', code: 'x' })],
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
    customPackages: [1, { packageId: '__proto__', title: '', code: '' }, { packageId: 'a', title: 'A', code: '1' }],
  }
  expect(readLayout(saved)).toEqual({
    inspectorTab: 'state',
    customPackages: [customEntry({ packageId: 'a', title: 'A', code: '1' })],
  })
})

test.prop([fc.jsonValue()])('takes anything that was ever saved', (saved) => {
  expect(() => readLayout(saved as JsonValue)).not.toThrow()
})
