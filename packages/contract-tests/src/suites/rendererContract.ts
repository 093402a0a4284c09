import { describe, expect, test } from 'vitest'

import { actingBehaviours } from './renderer/actingBehaviours.ts'
import { choiceBehaviours } from './renderer/choiceBehaviours.ts'
import { drawingBehaviours } from './renderer/drawingBehaviours.ts'
import { formBehaviours } from './renderer/formBehaviours.ts'
import { createRendererKit, type MountWidget, type RendererBehaviour } from './renderer/mountedWidget.ts'

/** Options of {@link describeRendererContract}. */
export interface RendererContractOptions {
  /** Shown in the title of the suite. */
  readonly name: string
  readonly mount: MountWidget
  /** Behaviours that this renderer does not have: id to reason. The reason is shown in the title. */
  readonly skip?: Readonly<Record<string, string>>
}

const SECTIONS: Readonly<Record<string, readonly RendererBehaviour[]>> = {
  'what is seen': drawingBehaviours,
  'what is done': actingBehaviours,
  'what forms send': formBehaviours,
  'what is chosen': choiceBehaviours,
}

/** Ids of every behaviour, for `skip`. */
export const RENDERER_BEHAVIOUR_IDS: readonly string[] = Object.values(SECTIONS).flatMap((behaviours) =>
  behaviours.map(({ id }) => id),
)

/**
 * Declares the tests that every renderer of widgets passes, whatever it draws on: a page, a terminal, a list of words.
 * The renderer is reached through a `WidgetSource` and a few questions that a person could answer.
 */
export function describeRendererContract(options: RendererContractOptions): void {
  const { name, mount, skip = {} } = options
  describe(`${name} keeps the renderer contract`, () => {
    test('every skipped behaviour exists and has a reason', () => {
      for (const [id, reason] of Object.entries(skip)) {
        expect(RENDERER_BEHAVIOUR_IDS).toContain(id)
        expect(reason, id).not.toBe('')
      }
    })
    for (const [section, behaviours] of Object.entries(SECTIONS)) {
      describe(section, () => {
        for (const { id, title, verify } of behaviours) {
          const reason = skip[id]
          if (reason !== undefined) {
            test.skip(`${title} (skipped: ${reason})`)
            continue
          }
          test(title, async () => {
            const kit = await createRendererKit(mount)
            try {
              await verify(kit)
            } finally {
              await kit.view.unmount()
            }
          })
        }
      })
    }
  })
}
