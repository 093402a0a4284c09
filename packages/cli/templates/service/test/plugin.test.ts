import { mountPlugin } from '@plugboard/sdk-testing'
import { expect, it } from 'vitest'

import { plugin } from './plugin.ts'

it('sends what it has collected, once', async () => {
  await using service = await mountPlugin(plugin)
  await service.invoke('service', 'digest', { kind: 'message', text: 'one' })
  await service.invoke('service', 'digest', { kind: 'message', text: 'two' })
  expect(service.state).toEqual({ waiting: ['one', 'two'] })
  const flush = { kind: 'flush' }
  expect(await service.invoke('service', 'digest', flush)).toEqual({
    commands: [{ kind: 'send', payload: ['one', 'two'] }],
  })
  expect(await service.invoke('service', 'digest', flush)).toEqual({ commands: [] })
})
