import { NO_GRANTS, type PluginView, type TraceRecord } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { findRenderCauses, type RenderCauses } from './renderCause.ts'

const instanceId = 'me@1'
const view: PluginView = {
  pluginState: null,
  globalState: { self: { packageId: 'me', instanceId }, shared: { seen: 1 } },
  grants: NO_GRANTS,
}

type Entry = Partial<TraceRecord> & Pick<TraceRecord, 'kind'>

// The test gives only what the search looks at.
const causes = (entries: readonly Entry[], afterSeq = 0, followsEverything = false): RenderCauses =>
  findRenderCauses({
    instanceId,
    view,
    followsEverything,
    afterSeq,
    trace: entries.map((entry, index) => ({ seq: index + 1, causeSeq: null, at: 0, ...entry }) as TraceRecord),
  })

const own: Entry = { kind: 'dispatch', instanceId, outcome: 'applied', intent: { scope: 'plugin', actionType: 'a' } }
const seen: Entry = { ...own, instanceId: 'other@1', intent: { scope: 'shared', domain: 'seen', actionType: 'a' } }
const unseen: Entry = { ...seen, intent: { scope: 'shared', domain: 'unseen', actionType: 'a' } }

it('finds every dispatch since the last picture that could have changed the view', () => {
  expect(causes([own, own, { kind: 'render', instanceId }])).toEqual({ causeSeq: 2, otherCauses: [1] })
  expect(causes([own, seen, unseen])).toEqual({ causeSeq: 2, otherCauses: [1] })
  expect(causes([own, { ...own, instanceId: 'other@1' }])).toEqual({ causeSeq: 1 })
  expect(causes([own, { ...own, outcome: 'denied' }])).toEqual({ causeSeq: 1 })
  expect(causes([own, own, seen, own], 2)).toEqual({ causeSeq: 4, otherCauses: [3] })
})

it('finds what the host did to the instance', () => {
  for (const kind of ['load', 'grants', 'enable', 'restart'] as const) {
    expect(causes([own, { kind, instanceId }], 1)).toEqual({ causeSeq: 2 })
    expect(causes([own, { kind, instanceId: 'other@1' }])).toEqual({ causeSeq: 1 })
  }
})

it('finds what was undone, redone or overwritten by the host where the view can see it', () => {
  const to = (...path: string[]): Entry => ({ kind: 'undo', inverse: [{ op: 'remove', path }] })
  expect(causes([own, to('shared', 'seen', 'x')], 1)).toEqual({ causeSeq: 2 })
  expect(causes([own, { ...to('pluginStateByInstance', instanceId), kind: 'redo' }], 1)).toEqual({ causeSeq: 2 })
  expect(causes([own, to('shared', 'unseen'), to('pluginStateByInstance', 'other@1')])).toEqual({ causeSeq: 1 })
  const writes = [['shared', 'seen', instanceId]]
  expect(causes([own, { kind: 'dispose', instanceId: 'other@1', writes }], 1)).toEqual({ causeSeq: 2 })
  expect(causes([own, { kind: 'state', writes: [['pluginStateByInstance', instanceId]] }], 1)).toEqual({ causeSeq: 2 })
})

it('takes what a derived domain could show where nothing is closer, and only for who sees one', () => {
  const entries: Entry[] = [
    { kind: 'load', instanceId: 'other@1' },
    { kind: 'event', instanceId },
    { ...unseen, outcome: 'denied' },
    { kind: 'render', instanceId },
  ]
  expect(causes(entries, 0, true)).toEqual({ causeSeq: 3, otherCauses: [1] })
  expect(causes([...entries, own], 0, true)).toEqual({ causeSeq: 5 })
  expect(causes(entries)).toEqual({ causeSeq: null })
})

it('looks at what the last picture contained only when nothing has changed since', () => {
  expect(causes([own, own, { kind: 'render', instanceId }], 2)).toEqual({ causeSeq: 2 })
  expect(causes([])).toEqual({ causeSeq: null })
})
