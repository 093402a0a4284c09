import { operatorPolicy } from '@plugboard/capabilities'
import { pluginWith } from '@plugboard/contract-tests'
import type { JsonValue } from '@plugboard/contracts'
import { defineSystemCommand } from '@plugboard/host'
import { describe, expect, it } from 'vitest'

import { counterPackage, manifestOf } from './kit/counterPackage.ts'
import { createHostKit, settled, type HostKit, type HostKitOptions } from './kit/hostKit.ts'

const code = pluginWith({
  id: 'operator',
  handlers: 'run(ctx, event) { ctx.dispatchSystemCommand(event.args.command, event.args.payload) }',
})

const COMMANDS = ['restart-plugin', 'toggle-plugin', 'collect-diagnostics']

/** A plugin that was granted the shipped commands, or those that are named. */
async function loadOperator(options: HostKitOptions = {}, granted: readonly string[] = COMMANDS) {
  const kit = createHostKit({
    packages: [counterPackage, { manifest: manifestOf('operator', { systemCommands: granted }), code }],
    ...options,
  })
  return { kit, instanceId: await kit.host.load({ packageId: 'operator' }) }
}

async function run(kit: HostKit, instanceId: string, command: string, payload?: JsonValue): Promise<void> {
  const args = payload === undefined ? { command } : { command, payload }
  await kit.press(instanceId, 'run', { type: 'press', args })
  await settled()
}

const last = (kit: HostKit) => kit.trace('dispatch').at(-1)

describe('what is denied', () => {
  it('denies a command that was not granted, and one that the host does not have', async () => {
    const { instanceId, kit } = await loadOperator({}, [])
    await run(kit, instanceId, 'restart-plugin')
    expect(last(kit)).toMatchObject({ outcome: 'denied', reason: 'system-command-not-granted:restart-plugin' })
    await run(kit, instanceId, 'format-disk')
    expect(last(kit)).toMatchObject({ outcome: 'denied', reason: 'unknown-system-command:format-disk' })
    expect(kit.instance(instanceId)?.diagnostics.restarts).toBe(0)
  })

  it.each<[JsonValue, string]>([
    ['me', 'payload'],
    [{ instanceId: 7 }, 'payload.instanceId'],
    [{ instanceId: '__proto__' }, 'payload.instanceId'],
    [{ instance: 'x' }, 'payload.instance'],
  ])('ignores the payload %j', async (payload, path) => {
    const { instanceId, kit } = await loadOperator()
    await run(kit, instanceId, 'restart-plugin', payload)
    expect(last(kit)).toMatchObject({ outcome: 'ignored', reason: `invalid-payload:${path}` })
    expect(kit.instance(instanceId)?.diagnostics.restarts).toBe(0)
  })

  it('lets nobody name another instance unless the host says so, whether it exists or not', async () => {
    const { instanceId, kit } = await loadOperator()
    const victim = await kit.host.load({ packageId: 'counter' })
    await run(kit, instanceId, 'restart-plugin', { instanceId: victim })
    expect(last(kit)).toMatchObject({ outcome: 'denied', reason: 'system-command-not-granted:restart-plugin' })
    await run(kit, instanceId, 'restart-plugin', { instanceId: 'counter@nowhere' })
    expect(last(kit)).toMatchObject({ outcome: 'denied', reason: 'system-command-not-granted:restart-plugin' })
    expect(kit.instance(victim)?.diagnostics.restarts).toBe(0)
  })
})

describe('what is run', () => {
  it('restarts the caller, with the dispatch as the cause', async () => {
    const { instanceId, kit } = await loadOperator()
    await run(kit, instanceId, 'restart-plugin', { instanceId })
    expect(kit.instance(instanceId)).toMatchObject({ status: 'ready', diagnostics: { restarts: 1 } })
    expect(kit.trace('restart')).toMatchObject([{ causeSeq: last(kit)?.seq }])
  })

  it('lets an operator name another instance that exists', async () => {
    const { instanceId, kit } = await loadOperator({ policy: operatorPolicy({ operators: ['operator'] }) })
    const target = await kit.host.load({ packageId: 'counter' })
    await run(kit, instanceId, 'toggle-plugin', { instanceId: target })
    expect(kit.instance(target)?.enabled).toBe(false)
    expect(kit.trace('disable')).toMatchObject([{ causeSeq: last(kit)?.seq }])
    await run(kit, instanceId, 'toggle-plugin', { instanceId: target })
    expect(kit.instance(target)?.enabled).toBe(true)
    await run(kit, instanceId, 'toggle-plugin', { instanceId: 'counter@nowhere' })
    expect(last(kit)).toMatchObject({ reason: 'unknown-instance' })
  })

  it('asks the host’s own rule when there is one', async () => {
    const asked: unknown[] = []
    const { instanceId, kit } = await loadOperator({ commandTargets: (request) => asked.push(request) > 0 })
    const target = await kit.host.load({ packageId: 'counter' })
    await run(kit, instanceId, 'toggle-plugin', { instanceId: target })
    expect(kit.instance(target)?.enabled).toBe(false)
    expect(asked).toEqual([{ caller: { packageId: 'operator', instanceId }, command: 'toggle-plugin', target }])
  })

  it('hands diagnostics to the host’s listeners and nothing to the plugin', async () => {
    const { instanceId, kit } = await loadOperator()
    const reports: unknown[] = []
    kit.host.on('diagnostics', ({ caller, report }) => reports.push({ by: caller.instanceId, report }))
    await run(kit, instanceId, 'collect-diagnostics')
    expect(reports).toMatchObject([
      { by: instanceId, report: { instanceId, status: 'ready', error: null, restarts: 0, group: { alive: true } } },
    ])
    expect(kit.pluginState(instanceId)).toEqual({})
  })

  it('runs a command of the host’s own, and reports one that throws as a fault', async () => {
    const seen: unknown[] = []
    const ping = defineSystemCommand<{ readonly text: string }>({
      name: 'ping',
      parsePayload: (payload) =>
        typeof payload === 'string' ? { ok: true, payload: { text: payload } } : { ok: false, path: 'payload' },
      run: ({ text }, { target }) => {
        seen.push([text, target])
        throw new Error('ping')
      },
    })
    const { instanceId, kit } = await loadOperator({ systemCommands: [ping] }, ['ping', 'restart-plugin'])
    await run(kit, instanceId, 'ping', 'hello')
    expect(seen).toEqual([['hello', instanceId]])
    expect(kit.faults).toMatchObject([{ message: 'ping' }])
    expect(last(kit)?.outcome).toBe('applied')
    // The host's list is the whole list.
    await run(kit, instanceId, 'restart-plugin')
    expect(last(kit)?.reason).toBe('unknown-system-command:restart-plugin')
  })

  it('treats a payload reader that throws as a payload that does not fit', async () => {
    const fragile = defineSystemCommand({
      name: 'fragile',
      parsePayload: () => {
        throw new Error('reader')
      },
      run: () => undefined,
    })
    const { instanceId, kit } = await loadOperator({ systemCommands: [fragile] }, ['fragile'])
    await run(kit, instanceId, 'fragile')
    expect(last(kit)?.reason).toBe('invalid-payload:payload')
  })
})

it('refuses to define a command under an illegal name', () => {
  const parsePayload = () => ({ ok: true, payload: null }) as const
  expect(() => defineSystemCommand({ name: 'Format Disk', parsePayload, run: () => undefined })).toThrow(/cannot name/)
})
