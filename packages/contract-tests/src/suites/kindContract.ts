import type { UINodeKind } from '@plugboard/contracts'
import { describe, expect, test } from 'vitest'

import { actionKinds } from './kind/actionKinds.ts'
import { containerKinds } from './kind/containerKinds.ts'
import { contentKinds } from './kind/contentKinds.ts'
import { fieldKinds } from './kind/fieldKinds.ts'
import { createKindKit, type KindBehaviour, type MountKind } from './kind/mountedKind.ts'

/** Options of {@link describeKindContract}. */
export interface KindContractOptions {
  /** Whose component it is, for the title of the suite: `the shop's button`. The kind when absent. */
  readonly name?: string
  /** Draws a widget with the component under test. */
  readonly mount: MountKind
  /** Behaviours that this component does not have: id to reason. The reason is shown in the title. */
  readonly skip?: Readonly<Record<string, string>>
}

const BEHAVIOURS: { readonly [K in UINodeKind]: readonly KindBehaviour[] } = {
  ...actionKinds,
  ...containerKinds,
  ...contentKinds,
  ...fieldKinds,
}

/** Ids of every behaviour, for `skip`. */
export const KIND_BEHAVIOUR_IDS: readonly string[] = Object.values(BEHAVIOURS).flatMap((behaviours) =>
  behaviours.map(({ id }) => id),
)

/**
 * Declares the tests that every component of a kind passes: roles, accessible names and keys. For hosts that replace a
 * component by one of their own, in a test that runs in a browser.
 */
export function describeKindContract(kind: UINodeKind, options: KindContractOptions): void {
  const { mount, name = kind, skip = {} } = options
  const behaviours = BEHAVIOURS[kind]
  describe(`${name} keeps the contract of a ${kind}: it`, () => {
    test('skips only what there is, and says why', () => {
      const ids = behaviours.map(({ id }) => id)
      for (const [id, reason] of Object.entries(skip)) {
        expect(ids).toContain(id)
        expect(reason, id).not.toBe('')
      }
    })
    for (const { id, title, verify } of behaviours) {
      const reason = skip[id]
      if (reason !== undefined) {
        test.skip(`${title} (skipped: ${reason})`)
        continue
      }
      test(title, async () => {
        const kit = await createKindKit(mount)
        try {
          await verify(kit)
        } finally {
          await kit.unmount()
        }
      })
    }
  })
}
