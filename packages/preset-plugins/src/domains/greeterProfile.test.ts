import type { ActionContext, JsonValue } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { forgetGreeter, greeterProfile, reduceGreeterProfile, type GreeterProfile } from './greeterProfile.ts'

// The definition forgets the type of its state; this is the state it was made with.
const nobody = greeterProfile.initialState as unknown as GreeterProfile
const A: ActionContext = { packageId: 'greeter', instanceId: 'greeter@aaaaaaaa', dispatchId: 'dispatch-1' }
const B: ActionContext = { ...A, instanceId: 'greeter@bbbbbbbb' }
const share = (state: GreeterProfile, context: ActionContext, payload: JsonValue | undefined) =>
  reduceGreeterProfile(state, { actionType: 'set-profile', payload }, context)

describe('greeter-profile', () => {
  test('keeps the name that was shared last, and who shared it', () => {
    const { next } = share(share(nobody, A, { name: 'Ada' }).next, B, { name: 'Grace' })
    expect(next).toEqual({ name: 'Grace', sharedBy: B.instanceId })
  })

  test('forgets the name once the instance that shared it is unloaded, and no sooner', () => {
    const { next } = share(nobody, A, { name: 'Ada' })
    expect(forgetGreeter(next, B.instanceId)).toBe(next)
    expect(forgetGreeter(next, A.instanceId)).toEqual(nobody)
  })

  test('ignores the same name from the same instance, and takes it from another one', () => {
    const { next } = share(nobody, A, { name: 'Ada' })
    expect(share(next, A, { name: 'Ada' })).toMatchObject({ outcome: 'ignored', reason: 'no-change' })
    expect(share(next, B, { name: 'Ada' })).toMatchObject({ outcome: 'applied' })
  })

  test.each<[string, JsonValue | undefined]>([
    ['no payload', undefined],
    ['no name', {}],
    ['a name that is no text', { name: 7 }],
    ['an empty name', { name: '  ' }],
    ['a name of more than 80 characters', { name: 'x'.repeat(81) }],
  ])('ignores %s, and says where', (_what, payload) => {
    expect(share(nobody, A, payload)).toEqual({
      next: nobody,
      outcome: 'ignored',
      reason: 'invalid-payload:payload.name',
    })
  })

  test('ignores an action that it does not know', () => {
    expect(reduceGreeterProfile(nobody, { actionType: 'clear', payload: undefined }, A)).toMatchObject({
      outcome: 'ignored',
      reason: 'unsupported-action:greeter-profile/clear',
    })
  })
})
