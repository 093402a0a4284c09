import { createInstanceId, DEFAULT_LIMITS } from '@plugboard/contracts'
import type { EventResult, RenderResult } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'
import { describe, expect, test } from 'vitest'

import { counterSource } from '../fixtures/guestSources.ts'
import type { HostileGuest } from '../fixtures/hostileGuest.ts'
import { hostileGuests } from '../fixtures/hostileGuests.ts'
import { createRuntimeKit, expectCode, type RunningGuest, type RuntimeKit } from './runtime/runtimeKit.ts'
import type { RuntimeContractOptions } from './runtimeContract.ts'

/** Options of {@link describeContainment}. */
export interface ContainmentOptions extends Omit<RuntimeContractOptions, 'provokeFatal'> {
  /** The strongest defence that the runtime has; guests that need more are skipped with that reason. */
  readonly defence: HostileGuest['needs']
  /** The guests to run. All of them when absent. */
  readonly guests?: readonly HostileGuest[]
  /** Longest time for one guest, in milliseconds: attack, recovery and the neighbour's answer. */
  readonly timeoutMs?: number
}

const DEFENCES: readonly HostileGuest['needs'][] = ['checks', 'vm', 'watchdog']

/**
 * Declares one test for each hostile guest: the attack ends as it should, a neighbour answers as before, and the host's
 * own realm is as it was. `skip` is keyed by the guest's name.
 */
export function describeContainment(options: ContainmentOptions): void {
  const { name, defence, guests = hostileGuests, skip = {}, timeoutMs = 20_000 } = options
  const known = guests.map((guest) => guest.name)
  describe(`${name} contains a guest that`, () => {
    test('is skipped by its name and with a reason, if at all', () => {
      for (const [guest, reason] of Object.entries(skip)) {
        expect(known).toContain(guest)
        expect(reason, guest).not.toBe('')
      }
    })
    for (const guest of guests) {
      const isBeyond = DEFENCES.indexOf(guest.needs) > DEFENCES.indexOf(defence)
      const reason = skip[guest.name] ?? (isBeyond ? `needs a ${guest.needs}` : undefined)
      if (reason !== undefined) test.skip(`${guest.name} (skipped: ${reason})`)
      else test(guest.name, () => survive(guest, options), timeoutMs)
    }
  })
}

async function survive(guest: HostileGuest, options: ContainmentOptions): Promise<void> {
  const kit = await createRuntimeKit(options)
  try {
    const neighbour = await kit.load(counterSource, { packageId: 'victim', trusted: true })
    const before = await neighbour.render({ pluginState: { value: 1 } })
    const attack = perform(guest, kit)
    if (guest.outcome === 'contained') await attack.catch(expectCoded)
    else await expectCode(attack, ...guest.outcome)
    const after = await neighbour.render({ pluginState: { value: 1 } })
    expect(after.tree).toEqual(before.tree)
    const { intents } = await neighbour.press('increment', { by: 1 }, { pluginState: { value: 1 } })
    expect(intents).toHaveLength(2)
    expectCleanRealm()
  } finally {
    await kit.runtime[Symbol.asyncDispose]()
  }
}

async function perform(guest: HostileGuest, kit: RuntimeKit): Promise<void> {
  const running = await kit.load(guest.code, { packageId: 'guest', instanceId: createInstanceId('guest') })
  expect(running.plugin).toMatchObject({ packageId: 'guest', instanceId: running.instanceId })
  if (guest.at === 'load') return
  if (guest.at === 'event') {
    checkIntents(await running.press('attack'), running)
    // What the first event left behind meets the second one, and a render.
    checkIntents(await running.press('attack'), running)
  }
  if (guest.at === 'invoke') {
    // What the first one left behind meets the second one.
    for (let time = 0; time < 2; time += 1) {
      const result = await running.invoke('tool', 'attack')
      checkIntents(result, running)
      expect(JSON.stringify(result.value)).not.toMatch(FORBIDDEN)
    }
  }
  await running.render().then(checkTree, guest.at === 'render' ? undefined : expectCoded)
}

function checkIntents(result: EventResult, guest: RunningGuest): void {
  expect(result.intents.length).toBeLessThanOrEqual(DEFAULT_LIMITS.intentsPerEvent)
  for (const intent of result.intents) {
    expect(intent).toMatchObject({ packageId: 'guest', instanceId: guest.instanceId })
    expect(JSON.stringify(intent)).not.toMatch(FORBIDDEN)
  }
}

const FORBIDDEN = /"(?:__proto__|constructor|prototype)":/

function checkTree({ tree }: RenderResult): void {
  const text = JSON.stringify(tree)
  // A placeholder is the host's own: a tree that has one does not parse again.
  if (text.includes('"invalid-node"')) return
  expect(parseUITree(JSON.parse(text)).tree).toEqual(tree)
}

/** A refusal of the runtime, and nothing that slipped through it. */
async function expectCoded(error: unknown): Promise<void> {
  if (typeof error === 'object' && error !== null && 'code' in error) {
    expect(error).toMatchObject({ name: 'PluginRuntimeError' })
    return
  }
  throw error
}

function expectCleanRealm(): void {
  expect('owned' in globalThis, 'the guest reached the global object of the host').toBe(false)
  const plain: Record<string, unknown> = {}
  for (const key of ['polluted', 'leak', 'toJSON', 'instanceId']) expect(plain[key], key).toBeUndefined()
}
