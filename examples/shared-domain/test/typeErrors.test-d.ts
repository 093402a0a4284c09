import '../src/register.ts'

import type { HandlerContext } from '@plugboard/sdk'
import { expectTypeOf, test } from 'vitest'

declare const ctx: HandlerContext<{ readonly value: number }>

test('the right domain, action, payload and state compile', () => {
  ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: 1 })
  ctx.dispatchSharedAction('counter-summary', 'reset')
  ctx.setState({ value: 2 })
  // It may not be granted, and the type says so.
  expectTypeOf(ctx.shared['counter-summary']?.totalValue).toEqualTypeOf<number | undefined>()
})

test('the wrong ones do not', () => {
  // @ts-expect-error the payload must be a number
  ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: '1' })
  // @ts-expect-error there is no such action
  ctx.dispatchSharedAction('counter-summary', 'set-instnce', { value: 1 })
  // @ts-expect-error there is no such domain
  ctx.dispatchSharedAction('counter-sumary', 'set-instance', { value: 1 })
  // @ts-expect-error the payload is missing
  ctx.dispatchSharedAction('counter-summary', 'set-instance')
  // @ts-expect-error there is no such state
  ctx.setState({ valu: 1 })
  // @ts-expect-error what the application keeps is not what plugins see
  void ctx.shared['counter-summary']?.byInstance
  // @ts-expect-error nor can be asked about
  ctx.can('readShared', 'counter-sumary')
})
