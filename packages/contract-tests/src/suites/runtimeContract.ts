import type { InstanceId, PluginLimits, PluginRuntime } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { eventBehaviours } from './runtime/eventBehaviours.ts'
import { guestWorldBehaviours } from './runtime/guestWorldBehaviours.ts'
import { handlerBehaviours } from './runtime/handlerBehaviours.ts'
import { lifecycleBehaviours } from './runtime/lifecycleBehaviours.ts'
import { loadBehaviours } from './runtime/loadBehaviours.ts'
import { misuseBehaviours } from './runtime/misuseBehaviours.ts'
import { invokeBehaviours } from './runtime/invokeBehaviours.ts'
import { invokeOutputBehaviours } from './runtime/invokeOutputBehaviours.ts'
import { recoveryBehaviours } from './runtime/recoveryBehaviours.ts'
import { renderBehaviours } from './runtime/renderBehaviours.ts'
import { rowBehaviours } from './runtime/rowBehaviours.ts'
import type { RuntimeBehaviour } from './runtime/runtimeBehaviour.ts'
import { createRuntimeKit, type RuntimeSetup } from './runtime/runtimeKit.ts'
import { treeBehaviours } from './runtime/treeBehaviours.ts'

/** Options of {@link describeRuntimeContract}. */
export interface RuntimeContractOptions {
  /** Shown in the title of the suite. */
  readonly name: string
  /** Makes one runtime. Called for each test; the suite disposes what it gets. */
  readonly createRuntime: (setup: RuntimeSetup) => PluginRuntime | Promise<PluginRuntime>
  /** Behaviours that this runtime does not have: id to reason. The reason is shown in the title. */
  readonly skip?: Readonly<Record<string, string>>
  /** Limits for every load of the suite. Small fuel makes the tests of lost VMs quick. */
  readonly limits?: Partial<PluginLimits>
  /**
   * Makes the next call to an instance cost its VM. Absent: the suite calls a handler that loops for ever, and the
   * runtime stops it.
   */
  readonly provokeFatal?: (runtime: PluginRuntime, instanceId: InstanceId) => void
}

const SECTIONS: Readonly<Record<string, readonly RuntimeBehaviour[]>> = {
  load: loadBehaviours,
  render: renderBehaviours,
  trees: treeBehaviours,
  rows: rowBehaviours,
  events: eventBehaviours,
  handlers: handlerBehaviours,
  'tools, hooks and services': invokeBehaviours,
  'what they answer': invokeOutputBehaviours,
  lifecycle: lifecycleBehaviours,
  'callers without types': misuseBehaviours,
  'the world of a guest': guestWorldBehaviours,
  recovery: recoveryBehaviours,
}

/** Ids of every behaviour, for `skip`. */
export const RUNTIME_BEHAVIOUR_IDS: readonly string[] = Object.values(SECTIONS).flatMap((behaviours) =>
  behaviours.map(({ id }) => id),
)

/**
 * Declares the tests that every {@link PluginRuntime} passes. Call it at the top of a test file.
 *
 * @example
 * describeRuntimeContract({ name: 'FakeRuntime', createRuntime: ({ now }) => createFakeRuntime({ now }) })
 */
export function describeRuntimeContract(options: RuntimeContractOptions): void {
  const { name, skip = {} } = options
  describe(`${name} keeps the runtime contract`, () => {
    test('every skipped behaviour exists and has a reason', () => {
      for (const [id, reason] of Object.entries(skip)) {
        expect(RUNTIME_BEHAVIOUR_IDS).toContain(id)
        expect(reason, id).not.toBe('')
      }
    })
    for (const [section, behaviours] of Object.entries(SECTIONS)) {
      describe(section, () => {
        for (const behaviour of behaviours) declare(behaviour, options)
      })
    }
  })
}

function declare({ id, title, verify }: RuntimeBehaviour, options: RuntimeContractOptions): void {
  const reason = options.skip?.[id]
  if (reason !== undefined) {
    test.skip(`${title} (skipped: ${reason})`)
    return
  }
  test(title, async () => {
    const kit = await createRuntimeKit(options)
    try {
      await verify(kit)
    } finally {
      await kit.runtime[Symbol.asyncDispose]()
    }
  })
}
