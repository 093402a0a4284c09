import { createFakeRuntime } from '@plugboard/contract-tests'
import { INVOKE_SIZE, type InstanceId, type JsonValue } from '@plugboard/contracts'
import type { InvokeOutcome } from '@plugboard/host'
import { describe, expect, it } from 'vitest'

import { createHostKit, PRESS, settled, type HostKit } from './kit/hostKit.ts'
import { ScriptedRuntime } from './kit/scriptedRuntime.ts'

/** Sums in its own state; nothing of it can be seen but what its tools say. */
const toolsCode = `definePlugin(({ ui }) => ({
  title: 'Tools',
  initialState: { total: 0 },
  widgets: { main: {
    render: ({ pluginState }) => ui.text('total ' + pluginState.total),
    handlers: { add(ctx) { ctx.dispatchPluginAction('state/merge', { total: ctx.pluginState.total + 100 }) } },
  } },
  tools: {
    add: { run({ by }, ctx) {
      const total = ctx.pluginState.total + by
      ctx.dispatchPluginAction('state/merge', { total })
      ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: total })
      return { total }
    } },
    fail: { run(input, ctx) { ctx.dispatchPluginAction('state/merge', { total: -1 }); throw new Error('on purpose') } },
    wrong: { run: () => () => 1 },
  },
  hooks: { 'before-add': () => ({ kind: 'reject', reason: 'Not now.' }) },
  services: { inbox: { handle: () => ({ commands: [{ kind: 'answer' }] }) } },
}))`

async function loadTools(options: Parameters<typeof createHostKit>[0] = {}) {
  const kit = createHostKit(options)
  const instanceId = await kit.host.load({ packageId: 'tools', code: toolsCode })
  return { kit, instanceId, tool: caller(kit, instanceId) }
}

function caller(kit: HostKit, instanceId: InstanceId) {
  return (name: string, input: JsonValue = null): Promise<InvokeOutcome> =>
    kit.host.invoke(instanceId, { surface: 'tool', name, input })
}

async function loadScripted(options: Parameters<typeof createHostKit>[0] = {}) {
  const runtime = new ScriptedRuntime()
  const kit = createHostKit({ runtime, ...options })
  const instanceId = await kit.host.load({ packageId: 'counter' })
  return { kit, instanceId, runtime, tool: caller(kit, instanceId) }
}

describe('an invocation', () => {
  it('answers the value, and what it dispatched is reduced with the invocation as its cause', async () => {
    const { instanceId, kit, tool } = await loadTools()
    expect(kit.instance(instanceId)?.surfaces).toEqual({
      tools: ['add', 'fail', 'wrong'],
      hooks: ['before-add'],
      services: ['inbox'],
    })
    expect(await tool('add', { by: 2 })).toEqual({ outcome: 'answered', value: { total: 2 } })
    expect(kit.pluginState(instanceId)).toEqual({ total: 2 })
    const [record] = kit.trace('invoke')
    expect(record).toMatchObject({ surface: 'tool', name: 'add', input: { by: 2 }, causeSeq: null, instanceId })
    expect(record?.usage).toBeDefined()
    expect(kit.trace('dispatch').map(({ causeSeq, outcome, reason }) => ({ causeSeq, outcome, reason }))).toEqual([
      { causeSeq: record?.seq, outcome: 'applied', reason: undefined },
      { causeSeq: record?.seq, outcome: 'denied', reason: 'missing-write-grant:counter-summary' },
    ])
  })

  it('of a hook or a service answers what it decided or wants done, and nothing happens by itself', async () => {
    const { instanceId, kit } = await loadTools()
    const { host } = kit
    expect(await host.invoke(instanceId, { surface: 'hook', name: 'before-add', input: {} })).toEqual({
      outcome: 'answered',
      value: { kind: 'reject', reason: 'Not now.' },
    })
    expect(await host.invoke(instanceId, { surface: 'service', name: 'inbox', input: {} })).toEqual({
      outcome: 'answered',
      value: { commands: [{ kind: 'answer' }] },
    })
    expect(kit.trace('dispatch')).toEqual([])
  })

  it('has its turn among the events, and sees what the one before it left', async () => {
    const { instanceId, kit, tool } = await loadTools()
    const lease = kit.lease(instanceId)
    const first = tool('add', { by: 1 })
    lease.emit('add', PRESS)
    const second = tool('add', { by: 1 })
    expect(await first).toMatchObject({ value: { total: 1 } })
    expect(await second).toMatchObject({ value: { total: 102 } })
    expect(kit.state().trace.flatMap(({ kind }) => (kind === 'event' || kind === 'invoke' ? [kind] : []))).toEqual([
      'invoke',
      'event',
      'invoke',
    ])
  })

  it('draws what it changed again, with its dispatch as the cause', async () => {
    const { instanceId, kit, tool } = await loadTools()
    const lease = kit.lease(instanceId)
    await settled()
    await tool('add', { by: 5 })
    await settled()
    expect(lease.getSnapshot().tree).toEqual({ kind: 'text', text: 'total 5' })
    const applied = kit.trace('dispatch').find(({ outcome }) => outcome === 'applied')
    expect(kit.trace('render').at(-1)?.causeSeq).toBe(applied?.seq)
  })

  it.each([
    ['threw', 'fail', 'PLUGIN_THREW'],
    ['answered no value', 'wrong', 'INVALID_OUTPUT'],
    ['is not there', 'other', 'UNKNOWN_SURFACE'],
  ])('of a tool that %s failed: its error is told and recorded, and nothing was applied', async (_, name, code) => {
    const { instanceId, kit, tool } = await loadTools()
    expect(await tool(name)).toMatchObject({ outcome: 'failed', error: { code } })
    expect(kit.pluginState(instanceId)).toEqual({ total: 0 })
    const [invoke] = kit.trace('invoke')
    expect(kit.trace('error')).toMatchObject([{ causeSeq: invoke?.seq, error: { code } }])
    expect(kit.instance(instanceId)).toMatchObject({ status: 'ready', error: { code } })
    expect(invoke?.usage).toBeUndefined()
    expect(await tool('add', { by: 1 })).toMatchObject({ outcome: 'answered' })
    expect(kit.instance(instanceId)?.error).toBeUndefined()
  })

  it('of a paused instance is refused and traced', async () => {
    const { instanceId, kit, tool } = await loadTools()
    kit.host.setEnabled(instanceId, false)
    expect(await tool('add', { by: 1 })).toEqual({ outcome: 'refused', reason: 'instance-disabled' })
    expect(kit.trace('dispatch')).toMatchObject([
      { outcome: 'denied', reason: 'instance-disabled', intent: { actionType: 'tool/add' } },
    ])
  })

  it('is refused where too much waits, where the plugin is stopped, and where it was unloaded meanwhile', async () => {
    const { instanceId, kit, runtime, tool } = await loadScripted({ limits: { queuedEvents: 1 } })
    const running = tool('a')
    const waiting = tool('b')
    expect(await tool('c')).toMatchObject({ outcome: 'refused', reason: 'queue-full', error: { code: 'QUEUE_FULL' } })
    runtime.openInvocations[0]?.reject('RUNTIME_TIMEOUT')
    expect(await running).toMatchObject({ outcome: 'failed', error: { code: 'RUNTIME_TIMEOUT' } })
    expect(await waiting).toMatchObject({ outcome: 'refused', reason: 'instance-stopped' })
    expect(await tool('d')).toMatchObject({ outcome: 'refused', reason: 'instance-stopped' })
    await kit.host.restart(instanceId)
    const [last, next] = [tool('e'), tool('f')]
    await settled()
    await kit.host.unload(instanceId)
    expect(await last).toEqual({ outcome: 'refused', reason: 'unknown-instance' })
    expect(await next).toEqual({ outcome: 'refused', reason: 'unknown-instance' })
  })

  it('that a neighbour or a restart cut off is made again, once', async () => {
    const { instanceId, kit, runtime, tool } = await loadScripted()
    const call = tool('a', 7)
    await settled()
    await kit.host.restart(instanceId)
    await settled()
    expect(runtime.calls.filter(({ call: { kind } }) => kind === 'invoke')).toHaveLength(2)
    runtime.openInvocations[0]?.answer({ value: 8 })
    expect(await call).toEqual({ outcome: 'answered', value: 8 })
    expect(kit.trace('invoke')).toHaveLength(1)
  })

  it('drops an intent with anybody else’s name on it', async () => {
    const { instanceId, kit, runtime, tool } = await loadScripted()
    const call = tool('a')
    await settled()
    const forged = {
      scope: 'plugin',
      actionType: 'state/merge',
      payload: { value: 9 },
      packageId: 'x',
      instanceId: 'x@1',
    }
    runtime.openInvocations[0]?.answer({ value: null, intents: [forged as never] })
    await call
    expect(kit.pluginState(instanceId)).toEqual({ value: 0 })
    expect(kit.trace('dispatch')).toMatchObject([{ reason: 'forged-identity' }])
  })

  it('takes its input as a copy, and refuses what is no request without a trace', async () => {
    const { instanceId, kit, runtime } = await loadScripted()
    const { host } = kit
    const input = { list: [1] }
    const call = host.invoke(instanceId, { surface: 'tool', name: 'a', input })
    input.list.push(2)
    await settled()
    expect(runtime.openInvocations[0]?.call.input).toEqual({ list: [1] })
    runtime.openInvocations[0]?.answer({ value: 1 })
    await call
    const odd: readonly unknown[] = [
      null,
      {},
      { surface: 'widget', name: 'a', input: null },
      { surface: 'tool', name: 5, input: null },
      { surface: 'tool', name: 'a' },
      { surface: 'tool', name: 'a', input: () => 1 },
      { surface: 'tool', name: 'a', input: 'x'.repeat(INVOKE_SIZE) },
      { surface: 'tool', name: 'a', input: JSON.parse('{"__proto__":1}') },
    ]
    for (const request of odd) {
      await expect(host.invoke(instanceId, request as never)).rejects.toMatchObject({ code: 'PROTOCOL' })
    }
    await expect(host.invoke('other@12345678', { surface: 'tool', name: 'a', input: 1 })).rejects.toMatchObject({
      code: 'UNKNOWN_INSTANCE',
    })
    expect(kit.trace('invoke')).toHaveLength(1)
  })

  it('of code that is loaded again names what that code has', async () => {
    const { instanceId, kit } = await loadTools({ runtime: createFakeRuntime() })
    await kit.host.reload(instanceId, {
      code: "definePlugin(({ ui }) => ({ title: 'T', widgets: { main: { render: () => ui.text('x') } } }))",
    })
    expect(kit.instance(instanceId)).not.toHaveProperty('surfaces')
  })
})
