import { fc, test } from '@fast-check/vitest'
import { NO_GRANTS, type CapabilityRequest } from '@plugboard/contracts'
import { expect, it } from 'vitest'

import { grantAsked, joinAsks, listAsks, withoutAsks } from './asks.ts'
import { reasonFor } from './reasons.ts'

const names = fc.array(
  fc.constantFrom('counter-summary', 'greeter-profile', 'runtime-metrics', 'restart-plugin', 'elsewhere', '*', ''),
  { maxLength: 4 },
)
const request: fc.Arbitrary<CapabilityRequest> = fc.record(
  { readShared: names, writeShared: names, systemCommands: names, components: names },
  { requiredKeys: [] },
)

it('what is asked for is listed once, in the order of the grants, and what is not here is counted', () => {
  const { known, unknown } = listAsks([
    { writeShared: ['counter-summary', 'runtime-metrics'], readShared: ['nowhere'] },
    { readShared: ['greeter-profile', 'counter-summary', 'nowhere'], systemCommands: ['collect-diagnostics'] },
  ])
  expect(known).toEqual([
    { verb: 'readShared', name: 'counter-summary' },
    { verb: 'readShared', name: 'greeter-profile' },
    { verb: 'writeShared', name: 'counter-summary' },
    { verb: 'systemCommand', name: 'collect-diagnostics' },
  ])
  // A domain that the host computes cannot be written, and one that nobody defines cannot be read.
  expect(unknown).toBe(2)
})

it('a wish for every domain is a question for each', () => {
  const { known, unknown } = listAsks([{ readShared: ['*'] }])
  expect([known.length, known.every(({ verb }) => verb === 'readShared'), unknown]).toEqual([4, true, 0])
})

test.prop([request, fc.array(request, { maxLength: 3 })])(
  'nothing is granted that was not both asked for and agreed to',
  (own, others) => {
    const { known } = listAsks([own, ...others])
    expect(grantAsked(own, [])).toEqual(NO_GRANTS)
    const grants = grantAsked(own, known)
    for (const name of grants.writeShared) expect(own.writeShared).toContain(name)
    for (const name of grants.systemCommands) expect(own.systemCommands).toContain(name)
    for (const name of grants.readShared) {
      expect(own.readShared?.includes(name) === true || own.readShared?.includes('*') === true).toBe(true)
    }
    expect(grants.readShared).not.toContain('*')
  },
)

test.prop([request, request])('what one asks for beyond another makes the whole with it', (left, right) => {
  const rest = withoutAsks(left, right)
  const lists = (asked: CapabilityRequest) => listAsks([asked])
  expect(lists(joinAsks(rest, right))).toEqual(lists(joinAsks(left, right)))
})

it('every ask has words of the playground', () => {
  const { known } = listAsks([
    { readShared: ['*'], writeShared: ['counter-summary', 'greeter-profile'], systemCommands: ['restart-plugin'] },
  ])
  expect(new Set(known.map(reasonFor)).size).toBe(known.length)
  expect(reasonFor({ verb: 'readShared', name: 'elsewhere' })).toBe('See this shared data')
})
