import { fc, test } from '@fast-check/vitest'
import { counterSource } from '@plugboard/contract-tests'
import { createMemoryPlace } from '@plugboard/storage'
import { expect } from 'vitest'

import { settled } from './kit/hostKit.ts'
import { openKit, pictureOf, type WorkspaceKit } from './kit/workspaceKit.ts'

type Step =
  | { readonly do: 'load'; readonly own: boolean; readonly granted: boolean }
  | { readonly do: 'press' | 'unload' | 'restart' | 'reload'; readonly which: number }
  | { readonly do: 'enable'; readonly which: number; readonly enabled: boolean }
  | { readonly do: 'grant'; readonly which: number; readonly writes: boolean }
  | { readonly do: 'lay out'; readonly layout: string }
  | { readonly do: 'flush' | 'reopen' }

const which = fc.nat({ max: 20 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('load' as const), own: fc.boolean(), granted: fc.boolean() }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('press' as const), which }) },
  fc.record({ do: fc.constantFrom('unload' as const, 'restart' as const, 'reload' as const), which }),
  fc.record({ do: fc.constant('enable' as const), which, enabled: fc.boolean() }),
  fc.record({ do: fc.constant('grant' as const), which, writes: fc.boolean() }),
  fc.record({ do: fc.constant('lay out' as const), layout: fc.string({ maxLength: 5 }) }),
  fc.record({ do: fc.constantFrom('flush' as const, 'reopen' as const) }),
)

const NOTHING = { readShared: [], writeShared: [], systemCommands: [] }

async function carryOut(kit: WorkspaceKit, action: Step): Promise<void> {
  const { host, workspace } = kit
  const ids = Object.keys(kit.state().instances)
  const instanceId = ids[('which' in action ? action.which : 0) % Math.max(1, ids.length)]
  if (action.do === 'load') {
    if (ids.length > 5) return
    const grants = action.granted ? {} : { initialGrants: NOTHING }
    await host.load(
      action.own ? { packageId: 'mine', code: counterSource, ...grants } : { packageId: 'counter', ...grants },
    )
  } else if (action.do === 'lay out') workspace.setLayout(action.layout)
  else if (action.do === 'flush') await workspace.flush()
  else if (instanceId === undefined) return
  else if (action.do === 'press') await kit.press(instanceId, 'increment')
  else if (action.do === 'unload') await host.unload(instanceId)
  else if (action.do === 'restart') await host.restart(instanceId)
  else if (action.do === 'reload') await host.reload(instanceId, { code: `${counterSource}\n// again` })
  else if (action.do === 'enable') host.setEnabled(instanceId, action.enabled)
  else if (action.do === 'grant') {
    const writeShared = action.writes ? ['counter-summary'] : []
    host.setGrants(instanceId, { readShared: [], writeShared, systemCommands: [] })
  }
}

test.prop([fc.array(step, { maxLength: 25 })], { numRuns: 60 })(
  'whatever people did, a fresh host has all of it again after a flush, and nothing else',
  async (steps) => {
    const place = createMemoryPlace()
    let kit = await openKit({ place })
    for (const action of [...steps, { do: 'reopen' } as const]) {
      await carryOut(kit, action)
      if (action.do !== 'reopen') continue
      await settled(2)
      await kit.workspace.flush()
      const { layout } = kit.workspace
      const before = pictureOf(kit)
      // As a tab that was killed leaves it: nobody says goodbye.
      const killed = kit
      kit = await openKit({ place })
      expect(kit.workspace.problems).toEqual([])
      expect(pictureOf(kit)).toEqual(before)
      expect(kit.workspace.layout).toEqual(layout)
      await killed.host.dispose()
    }
  },
)
