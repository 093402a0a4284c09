import { fc, test } from '@fast-check/vitest'
import { isNoGrants, isRunnable, resolvePlugins, subtractGrants, type PluginEntry } from '@plugboard/registry'
import { describe, expect } from 'vitest'

import { anyCandidate, anyCandidates, anyEnablement, anyLock, anyPolicy, placeOf } from './arbitraries.ts'
import { codesOf, inventoryOf } from './candidates.ts'

const anyWorld = fc.record(
  {
    candidates: anyCandidates,
    enablement: anyEnablement,
    lock: anyLock,
    policy: anyPolicy,
  },
  { requiredKeys: ['candidates', 'enablement'] },
)

/** Entries of the enablement, which exist whatever the sources have. */
function isEnabledAs(entry: PluginEntry, refs: readonly string[]): boolean {
  return refs.some((ref) => ref === entry.ref || ref === entry.id)
}

describe('for whatever is there, enabled, locked and allowed', () => {
  test.prop([anyWorld])(
    'resolving changes nothing it was given, and says the same again',
    ({ candidates, ...rest }) => {
      const options = { inventory: inventoryOf(...candidates), ...rest }
      const before = structuredClone(options)
      const plan = resolvePlugins(options)
      expect(options).toEqual(before)
      expect(resolvePlugins(before)).toEqual(plan)
    },
  )

  test.prop([
    anyWorld.chain((world) =>
      fc.tuple(fc.constant(world), shuffled(world.candidates), shuffled(world.enablement.plugins)),
    ),
  ])(
    'the order of packages and entries changes nothing',
    ([{ candidates, enablement, ...rest }, otherCandidates, plugins]) => {
      const plan = resolvePlugins({ inventory: inventoryOf(...candidates), enablement, ...rest })
      const other = {
        inventory: inventoryOf(...otherCandidates),
        enablement: { version: 1, plugins } as const,
        ...rest,
      }
      expect(resolvePlugins(other)).toEqual(plan)
    },
  )

  test.prop([anyWorld])('nothing may do more than it asks for, was given and is allowed', ({ candidates, ...rest }) => {
    const { entries } = resolvePlugins({ inventory: inventoryOf(...candidates), ...rest })
    for (const { effective, granted, manifest, requested, status } of entries) {
      expect(isNoGrants(subtractGrants(effective, granted))).toBe(true)
      expect(isNoGrants(subtractGrants(effective, requested))).toBe(true)
      expect(isNoGrants(subtractGrants(effective, manifest?.requests ?? {}))).toBe(true)
      const { most = {} } = rest.policy ?? {}
      expect(isNoGrants(subtractGrants(effective, { ...effective, ...most }))).toBe(true)
      expect(effective.readShared).not.toContain('*')
      if (status !== 'active' && status !== 'partial') expect(isNoGrants(effective)).toBe(true)
    }
  })

  test.prop([anyWorld])(
    'what runs is enabled, is what is pinned, has no error, and runs from one source',
    ({ candidates, ...rest }) => {
      const { entries } = resolvePlugins({ inventory: inventoryOf(...candidates), ...rest })
      const running = entries.filter(({ status }) => status === 'active' || status === 'partial')
      expect(new Set(running.map(({ id }) => id)).size).toBe(running.length)
      for (const { diagnostics, digest, id, ref, status, version } of entries) {
        const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
        expect(hasErrors).toBe(status === 'missing' || status === 'rejected')
        if (hasErrors || status === 'disabled') continue
        const [enabled, ...others] = rest.enablement.plugins.filter((plugin) => plugin.ref === ref || plugin.ref === id)
        expect(others).toEqual([])
        const pins = [enabled ?? {}, rest.lock?.plugins[ref] ?? {}]
        for (const pin of pins) expect({ digest, version, ...pinOf(pin) }).toEqual({ digest, version })
      }
    },
  )

  test.prop([anyWorld, anyCandidate])(
    'adding a package changes no other entry, except by ambiguity',
    ({ candidates, ...rest }, added) => {
      fc.pre(candidates.every((candidate) => placeOf(candidate) !== placeOf(added)))
      const before = resolvePlugins({ inventory: inventoryOf(...candidates), ...rest })
      const after = resolvePlugins({ inventory: inventoryOf(...candidates, added), ...rest })
      const refs = rest.enablement.plugins.map(({ ref }) => ref)
      for (const entry of before.entries) {
        const same = after.entries.filter(
          ({ location, ref, source, version }) =>
            ref === entry.ref && version === entry.version && location === entry.location && source === entry.source,
        )
        if (same.some(({ status }) => status === entry.status)) continue
        expect(added.id).toBe(entry.id)
        if (!isRunnable(entry)) continue
        // What ran runs no more only because it is not clear any more what was meant.
        const now = after.entries.filter((other) => isEnabledAs(other, refs))
        expect(now.some(({ diagnostics }) => isAmbiguous(codesOf(diagnostics)))).toBe(true)
      }
    },
  )
})

function isAmbiguous(codes: readonly string[]): boolean {
  return codes.includes('ref-ambiguous') || codes.includes('package-duplicate')
}

function pinOf({ digest, version }: { readonly digest?: string; readonly version?: string }) {
  return { ...(digest === undefined ? {} : { digest }), ...(version === undefined ? {} : { version }) }
}

function shuffled<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}
