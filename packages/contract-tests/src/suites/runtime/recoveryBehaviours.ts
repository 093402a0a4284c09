import { FATAL_ERROR_CODES } from '@plugboard/contracts'
import { expect } from 'vitest'

import { counterSource, variableSource } from '../../fixtures/guestSources.ts'
import type { RuntimeBehaviour } from './runtimeBehaviour.ts'
import { expectCode, type RunningGuest, type RuntimeKit } from './runtimeKit.ts'

async function strike(kit: RuntimeKit, guest: RunningGuest, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await kit.causeFatal(guest)
}

/** What follows when a VM is lost. */
export const recoveryBehaviours: readonly RuntimeBehaviour[] = [
  {
    id: 'fatal-restart',
    title: 'after a fatal code the next call finds the instance in a fresh VM',
    async verify(kit) {
      const guest = await kit.load(variableSource)
      await guest.press('bump')
      const error = await kit.causeFatal(guest)
      expect(FATAL_ERROR_CODES).toContain(error.code)
      expect((await guest.render()).tree).toEqual({ kind: 'text', text: 'variable 0' })
      expect((await guest.press('bump')).intents).toHaveLength(1)
    },
  },
  {
    id: 'fatal-events',
    title: 'a fatal code is told as crash with its offender, and the return as restart',
    async verify(kit) {
      const [crashes, restarts] = [kit.collect('crash'), kit.collect('restart')]
      const guest = await kit.load(variableSource)
      const error = await kit.causeFatal(guest)
      await expect.poll(() => crashes.length).toBe(1)
      expect(crashes[0]).toMatchObject({ offender: guest.instanceId, error: { code: error.code } })
      expect(crashes[0]?.instanceIds).toContain(guest.instanceId)
      await guest.render()
      await expect.poll(() => restarts.length).toBeGreaterThanOrEqual(1)
      expect(restarts.map(({ instanceId }) => instanceId)).toContain(guest.instanceId)
    },
  },
  {
    id: 'fatal-neighbour',
    title: 'the neighbours of a lost VM answer as before',
    async verify(kit) {
      const [guest, neighbour] = [await kit.load(variableSource), await kit.load(counterSource)]
      const before = await neighbour.render({ pluginState: { value: 3 } })
      await kit.causeFatal(guest)
      const after = await neighbour.render({ pluginState: { value: 3 } })
      expect(after.tree).toEqual(before.tree)
      expect((await neighbour.press('increment', { by: 1 }, { pluginState: { value: 3 } })).intents).toHaveLength(2)
    },
  },
  {
    id: 'fatal-queue',
    title: 'calls that waited behind a fatal one are answered or refused, never left waiting',
    async verify(kit) {
      const guest = await kit.load(variableSource)
      const fatal = kit.causeFatal(guest)
      const waiting = Promise.allSettled([guest.press('bump'), guest.render()])
      await fatal
      expect(await waiting).toHaveLength(2)
      expect((await guest.render()).tree.kind).toBe('text')
    },
  },
  {
    id: 'quarantine',
    title: 'the third fatal code within a minute quarantines the instance and says on which call',
    async verify(kit) {
      const quarantines = kit.collect('quarantine')
      const guest = await kit.load(variableSource)
      await strike(kit, guest, 2)
      expect(quarantines).toEqual([])
      await strike(kit, guest, 1)
      await expect.poll(() => quarantines.length).toBe(1)
      expect(quarantines[0]).toMatchObject({
        instanceId: guest.instanceId,
        lastCall: { kind: 'event', widgetId: 'main', handler: 'spin' },
      })
      await expectCode(guest.render(), 'QUARANTINED')
      await expectCode(guest.press('bump'), 'QUARANTINED')
    },
  },
  {
    id: 'quarantine-survives-reload',
    title: 'strikes survive dispose and load: a quarantined id cannot be loaded',
    async verify(kit) {
      const guest = await kit.load(variableSource)
      await strike(kit, guest, 2)
      await kit.runtime.dispose(guest.instanceId)
      const again = await kit.load(variableSource, { instanceId: guest.instanceId })
      await strike(kit, again, 1)
      await expectCode(again.render(), 'QUARANTINED')
      await kit.runtime.dispose(guest.instanceId)
      await expectCode(kit.load(variableSource, { instanceId: guest.instanceId }), 'QUARANTINED')
    },
  },
  {
    id: 'quarantine-other-code',
    title: 'a quarantine holds the code that was stopped: the same id runs other code, and still not that one',
    async verify(kit) {
      const guest = await kit.load(variableSource)
      await strike(kit, guest, 3)
      await kit.runtime.dispose(guest.instanceId)
      const other = await kit.load(`${variableSource}\n// Mended.`, { instanceId: guest.instanceId })
      expect((await other.render()).tree.kind).toBe('text')
      // A slate of its own is a slate: the third time ends it as well.
      await strike(kit, other, 3)
      await expectCode(other.render(), 'QUARANTINED')
      await kit.runtime.dispose(guest.instanceId)
      await expectCode(kit.load(variableSource, { instanceId: guest.instanceId }), 'QUARANTINED')
    },
  },
  {
    id: 'quarantine-neighbour',
    title: 'a quarantine holds one instance, not its package',
    async verify(kit) {
      const [bad, good] = [await kit.load(variableSource), await kit.load(variableSource)]
      await strike(kit, bad, 3)
      expect((await good.render()).tree.kind).toBe('text')
      await kit.load(variableSource)
    },
  },
  {
    id: 'quarantine-window',
    title: 'a quarantine ends once a minute has passed by the runtime’s clock',
    async verify(kit) {
      const guest = await kit.load(variableSource)
      await strike(kit, guest, 3)
      await expectCode(guest.render(), 'QUARANTINED')
      kit.advance(61_000)
      expect((await guest.render()).tree).toEqual({ kind: 'text', text: 'variable 0' })
    },
  },
  {
    id: 'strikes-expire',
    title: 'fatal codes further apart than a minute do not add up',
    async verify(kit) {
      const guest = await kit.load(variableSource)
      for (let count = 0; count < 4; count += 1) {
        await strike(kit, guest, 1)
        kit.advance(61_000)
      }
      expect((await guest.render()).tree.kind).toBe('text')
    },
  },
]
