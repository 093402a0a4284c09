import { createFakeWidgetSource } from '@plugboard/contract-tests'
import { expect, test } from 'vitest'

import { createFakeClock } from '../../test/fakeClock.ts'
import { draftsOf } from './draftsOf.ts'

const clock = createFakeClock()
const node = { kind: 'input', name: 'n', label: 'N' } as const

test('every view of a widget has the same drafts, other widgets and other sources have others', () => {
  const source = createFakeWidgetSource()
  const drafts = draftsOf({ source, instanceId: 'a@00000000', widgetId: 'main', clock })
  expect(draftsOf({ source, instanceId: 'a@00000000', widgetId: 'main', clock })).toBe(drafts)
  expect(draftsOf({ source, instanceId: 'a@00000000', widgetId: 'side', clock })).not.toBe(drafts)
  const other = createFakeWidgetSource()
  expect(draftsOf({ source: other, instanceId: 'a@00000000', widgetId: 'main', clock })).not.toBe(drafts)
})

test('revisions rise over all fields of a source, past what it has acknowledged', () => {
  const source = createFakeWidgetSource()
  const one = draftsOf({ source, instanceId: 'a@00000000', widgetId: 'main', clock }).field(node)
  const two = draftsOf({ source, instanceId: 'b@00000000', widgetId: 'main', clock }).field(node)
  one.settle(40)
  one.change('x')
  two.change('x')
  expect([one.draft.rev, two.draft.rev]).toEqual([41, 42])
})

test('drafts of widgets that nobody looks at are let go when there are very many', () => {
  const source = createFakeWidgetSource()
  const of = (index: number) => draftsOf({ source, instanceId: `a@${index}`, widgetId: 'main', clock })
  const seen = of(0)
  seen.connect(() => undefined)
  const unseen = of(1)
  for (let index = 2; index < 400; index += 1) of(index)
  expect(of(0)).toBe(seen)
  expect(of(1)).not.toBe(unseen)
})
