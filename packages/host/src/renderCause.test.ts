import { NO_GRANTS, type PluginView, type TraceRecord } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { findRenderCause } from './renderCause.ts'

const instanceId = 'me@1'
const view: PluginView = {
  pluginState: null,
  globalState: { self: { packageId: 'me', instanceId }, shared: { seen: 1 } },
  grants: NO_GRANTS,
}

type Entry = Partial<TraceRecord> & Pick<TraceRecord, 'kind'>

// The test gives only what the search looks at.
const cause = (entries: readonly Entry[], afterSeq = 0): number | null =>
  findRenderCause({
    instanceId,
    view,
    afterSeq,
    trace: entries.map((entry, index) => ({ seq: index + 1, causeSeq: null, at: 0, ...entry }) as TraceRecord),
  })

const own: Entry = { kind: 'dispatch', instanceId, outcome: 'applied', intent: { scope: 'plugin', actionType: 'a' } }
const seen: Entry = { ...own, instanceId: 'other@1', intent: { scope: 'shared', domain: 'seen', actionType: 'a' } }
const unseen: Entry = { ...seen, intent: { scope: 'shared', domain: 'unseen', actionType: 'a' } }

it('finds the newest dispatch that could have changed the view', () => {
  expect(cause([own, own, { kind: 'render', instanceId }])).toBe(2)
  expect(cause([own, seen, unseen])).toBe(2)
  expect(cause([own, { ...own, instanceId: 'other@1' }])).toBe(1)
  expect(cause([own, { ...own, outcome: 'denied' }])).toBe(1)
})

it('finds what the host did to the instance', () => {
  for (const kind of ['load', 'grants', 'enable', 'restart'] as const) {
    expect(cause([own, { kind, instanceId }])).toBe(2)
    expect(cause([own, { kind, instanceId: 'other@1' }])).toBe(1)
  }
})

it('falls back to the newest record that a derived domain could show', () => {
  expect(
    cause([
      { kind: 'load', instanceId: 'other@1' },
      { kind: 'event', instanceId },
      { kind: 'render', instanceId },
    ]),
  ).toBe(1)
  expect(cause([{ kind: 'dispose', instanceId: 'other@1' }])).toBe(1)
})

it('looks at nothing that the last render already contained', () => {
  expect(cause([own, { kind: 'render', instanceId }], 1)).toBeNull()
  expect(cause([])).toBeNull()
})
