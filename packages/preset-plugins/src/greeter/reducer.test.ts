import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'

import { INITIAL_GREETER, reduceGreeter } from './reducer.ts'

const context = { packageId: 'greeter', instanceId: 'greeter@aaaaaaaa', dispatchId: 'dispatch-1' }

describe('the greeter', () => {
  test.prop([fc.string({ maxLength: 80 })])('keeps a name exactly as it was typed', (name) => {
    const { next } = reduceGreeter({ name: '(none)' }, { actionType: 'set-name', payload: { name } }, context)
    expect(next).toEqual({ name })
  })

  test('ignores the name that it already has', () => {
    expect(reduceGreeter({ name: 'Ada' }, { actionType: 'set-name', payload: { name: 'Ada' } }, context)).toMatchObject(
      {
        outcome: 'ignored',
        reason: 'no-change',
      },
    )
  })

  test.each([undefined, null, 'Ada', {}, { name: 7 }, { name: 'x'.repeat(81) }])(
    'ignores the payload %j',
    (payload) => {
      expect(reduceGreeter(INITIAL_GREETER, { actionType: 'set-name', payload }, context)).toEqual({
        next: INITIAL_GREETER,
        outcome: 'ignored',
        reason: 'invalid-payload:payload.name',
      })
    },
  )

  test('has no match for an action of others', () => {
    expect(
      reduceGreeter(INITIAL_GREETER, { actionType: 'state/merge', payload: { name: 'Ada' } }, context),
    ).toMatchObject({ outcome: 'ignored', reason: 'no-local-reducer-match' })
  })
})
