import { surfacesSource } from '@plugboard/contract-tests'
import type { HookDecision, ServiceAnswer } from '@plugboard/contracts'
import { type MountedPlugin, mountPlugin } from '@plugboard/sdk-testing'
import { describe, expect, expectTypeOf, it } from 'vitest'

const mount = (): Promise<MountedPlugin> =>
  mountPlugin(
    { code: surfacesSource },
    {
      shared: { mail: [] },
      grants: { writeShared: ['mail'] },
      localReducer: () => ({ next: 'added', outcome: 'applied' }),
    },
  )

describe('a plugin with tools, hooks and services, and nothing to show', () => {
  it('answers a tool, and what it dispatched has happened', async () => {
    await using plugin = await mount()
    const sum = await plugin.invoke('tool', 'add', { a: 1, b: 2 })
    expect(sum).toMatchObject({ sum: 3 })
    expect(plugin.intents).toMatchObject([{ actionType: 'added', outcome: 'applied' }])
    expect(plugin.state).toBe('added')
    expect(plugin.trace.filter(({ kind }) => kind === 'invoke')).toHaveLength(1)
  })

  it('answers what its surface answers, and the types say so', async () => {
    await using plugin = await mount()
    const decision = await plugin.invoke('hook', 'before-send', { text: ' hello ' })
    expect(decision).toEqual({ kind: 'replace', payload: { text: 'hello' } })
    expectTypeOf(decision).toEqualTypeOf<HookDecision>()
    const answer = await plugin.invoke('service', 'inbox', 'news')
    expectTypeOf(answer).toEqualTypeOf<ServiceAnswer>()
    expect(answer.commands.map(({ kind }) => kind)).toEqual(['answer', 'done'])
    expect(plugin.intents.at(-1)).toMatchObject({ domain: 'mail', actionType: 'received', outcome: 'applied' })
  })

  it('fails where it throws, and where it has no such name', async () => {
    await using plugin = await mount()
    await expect(plugin.invoke('tool', 'fail', 'late')).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: expect.stringContaining('failed on purpose'),
      source: { file: 'plugin.js', line: 28 },
    })
    expect(plugin.intents).toEqual([])
    await expect(plugin.invoke('tool', 'ad')).rejects.toMatchObject({ code: 'PLUGIN_FAILED' })
    await plugin.settled()
  })

  it('is not asked while it is paused', async () => {
    await using plugin = await mount()
    await plugin.setEnabled(false)
    await expect(plugin.invoke('tool', 'add', { a: 1, b: 2 })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'Nobody was asked: instance-disabled.',
    })
  })

  it('shows nothing, and nothing can be done to it', async () => {
    await using plugin = await mount()
    expect([plugin.tree, plugin.text(), plugin.find('button')]).toEqual([null, '', undefined])
    await expect(plugin.press('Go')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(plugin.emit('go', { type: 'press' })).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })
})
