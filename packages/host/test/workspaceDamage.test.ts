import { counterSource } from '@plugboard/contract-tests'
import { DATA_DEPTH, type DamagedContent } from '@plugboard/contracts'
import { createMemoryPlace } from '@plugboard/storage'
import { describe, expect, it } from 'vitest'

import { openKit, partsIn, storageOf } from './kit/workspaceKit.ts'

const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

function nest(levels: number): unknown {
  let nested: unknown = 'bottom'
  for (let level = 0; level < levels; level += 1) nested = [nested]
  return nested
}

const deep = nest(20_000)

/** A list whose text would be as long as two to the fortieth: the same list, again and again. */
let laughs: unknown = 'ha'
for (let level = 0; level < 40; level += 1) laughs = [laughs, laughs]

interface Damage {
  readonly title: string
  readonly change: (parts: Map<string, unknown>, ids: { readonly first: string; readonly own: string }) => void
  readonly damaged?: readonly DamagedContent[]
  readonly code: string
  /** Instances that come back all the same. */
  readonly survivors: 0 | 1 | 2
}

const CUT: DamagedContent = {
  place: 'a file, line 3',
  message: 'The line is cut.',
  content: '["state/counter@a",{"val',
}

const DAMAGES: readonly Damage[] = [
  { title: 'text that was cut', change: () => undefined, damaged: [CUT], code: 'DAMAGED_CONTENT', survivors: 2 },
  {
    title: 'nothing that says what it is',
    change: (parts) => parts.delete('workspace'),
    code: 'MISSING_PART',
    survivors: 2,
  },
  {
    title: 'something else altogether',
    change: (parts) => parts.set('workspace', 'a diary'),
    code: 'UNKNOWN_FORMAT',
    survivors: 0,
  },
  {
    title: 'a version that is none',
    change: (parts) => parts.set('workspace', { format: 'plugboard-workspace', version: '1' }),
    code: 'UNKNOWN_FORMAT',
    survivors: 0,
  },
  {
    title: 'a newer version',
    change: (parts) => parts.set('workspace', { format: 'plugboard-workspace', version: 2, instances: [] }),
    code: 'NEWER_VERSION',
    survivors: 0,
  },
  {
    title: 'ids that are none, or there twice',
    change: (parts, { first, own }) =>
      parts.set('workspace', {
        format: 'plugboard-workspace',
        version: 1,
        instances: ['__proto__', 7, first, own, own],
      }),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a list of instances that lacks one',
    change: (parts, { own }) => parts.set('workspace', { format: 'plugboard-workspace', version: 1, instances: [own] }),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a missing instance',
    change: (parts, { first }) => parts.delete(`instance/${first}`),
    code: 'MISSING_PART',
    survivors: 1,
  },
  {
    title: 'a missing state',
    change: (parts, { first }) => parts.delete(`state/${first}`),
    code: 'MISSING_PART',
    survivors: 2,
  },
  {
    title: 'missing grants',
    change: (parts, { first }) => parts.delete(`grants/${first}`),
    code: 'MISSING_PART',
    survivors: 2,
  },
  {
    title: 'an instance of another type',
    change: (parts, { first }) => parts.set(`instance/${first}`, [1]),
    code: 'INVALID_PART',
    survivors: 1,
  },
  {
    title: 'an instance with fields of other types',
    change: (parts, { own }) =>
      parts.set(`instance/${own}`, { ...(parts.get(`instance/${own}`) as object), enabled: 'yes', title: 7 }),
    code: 'INVALID_PART',
    survivors: 1,
  },
  {
    title: 'code that is not what was saved',
    change: (parts, { own }) =>
      parts.set(`code/${own}`, {
        ...(parts.get(`code/${own}`) as object),
        code: `${counterSource} // changed`,
      }),
    code: 'INVALID_PART',
    survivors: 1,
  },
  {
    title: 'missing code, with a listed package of that name,',
    change: (parts, { first }) =>
      parts.set(`instance/${first}`, { ...(parts.get(`instance/${first}`) as object), hasCode: true }),
    code: 'MISSING_PART',
    survivors: 1,
  },
  {
    title: 'code that its instance does not have',
    change: (parts, { first, own }) => parts.set(`code/${first}`, parts.get(`code/${own}`)),
    code: 'INVALID_PART',
    survivors: 1,
  },
  {
    title: 'an instance that does not say whether it has code of its own',
    change: (parts, { own }) => parts.set(`instance/${own}`, { enabled: true, hasState: true }),
    code: 'INVALID_PART',
    survivors: 1,
  },
  {
    title: 'code that holds itself',
    change: (parts, { own }) => parts.set(`code/${own}`, { code: counterSource, manifest: cyclic }),
    code: 'INVALID_PART',
    survivors: 1,
  },
  {
    title: 'a manifest of another package',
    change: (parts, { own }) => {
      const manifest = { apiVersion: 1, packageId: 'counter', title: 'Counter', capabilities: {} }
      parts.set(`code/${own}`, { code: counterSource, manifest })
    },
    code: 'INVALID_PART',
    survivors: 1,
  },
  {
    title: 'grants of everything for who is no operator',
    change: (parts, { first }) =>
      parts.set(`grants/${first}`, { readShared: ['*'], writeShared: [], systemCommands: [] }),
    code: 'GRANTS_CUT',
    survivors: 2,
  },
  {
    title: 'grants that name what nobody could be granted',
    change: (parts, { first }) =>
      parts.set(`grants/${first}`, { readShared: [], writeShared: ['*', '__proto__'], systemCommands: 'all' }),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a state that is deeper than any',
    change: (parts, { first }) => parts.set(`state/${first}`, deep),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a state that is one level deeper than any',
    change: (parts, { first }) => parts.set(`state/${first}`, nest(DATA_DEPTH + 1)),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a state that holds itself',
    change: (parts, { first }) => parts.set(`state/${first}`, cyclic),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'grants that hold themselves',
    change: (parts, { first }) => parts.set(`grants/${first}`, cyclic),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a domain that holds itself',
    change: (parts) => parts.set('domain/counter-summary', cyclic),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a domain that is deeper than any',
    change: (parts) => parts.set('domain/counter-summary', { schemaVersion: 1, value: deep }),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a layout that holds itself',
    change: (parts) => parts.set('layout', cyclic),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'an instance with a field that holds itself and that nobody knows',
    change: (parts, { first }) =>
      parts.set(`instance/${first}`, { ...(parts.get(`instance/${first}`) as object), cyclic }),
    code: 'INVALID_PART',
    survivors: 1,
  },
  {
    title: 'a field that holds itself in what says what it is',
    change: (parts) => parts.set('workspace', { ...(parts.get('workspace') as object), cyclic }),
    code: 'INVALID_PART',
    survivors: 0,
  },
  {
    title: 'a state that is a date, as databases of browsers keep them',
    change: (parts, { first }) => parts.set(`state/${first}`, new Date(0)),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a state without an end to speak of',
    change: (parts, { first }) => parts.set(`state/${first}`, laughs),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a state with a key that reaches prototypes',
    change: (parts, { first }) => parts.set(`state/${first}`, JSON.parse('{"__proto__":{"polluted":true}}')),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'values that only a browser can keep',
    change: (parts, { first }) =>
      parts
        .set(`state/${first}`, undefined)
        .set('layout', new Map([[1, 2]]))
        .set('domain/counter-summary', { value: 1n }),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a domain without a version',
    change: (parts) => parts.set('domain/counter-summary', { value: { values: {} } }),
    code: 'INVALID_PART',
    survivors: 2,
  },
  {
    title: 'a part whose name means nothing',
    change: (parts) => parts.set('__proto__', { polluted: true }),
    code: 'UNKNOWN_PART',
    survivors: 2,
  },
  {
    title: 'the state of an instance of which nothing else is there',
    change: (parts) => parts.set('state/lost@a', 1),
    code: 'MISSING_PART',
    survivors: 2,
  },
]

async function createSaved() {
  const place = createMemoryPlace()
  const kit = await openKit({ place })
  const first = await kit.host.load({ packageId: 'counter' })
  const own = await kit.host.load({ packageId: 'mine', code: counterSource })
  await kit.press(first, 'increment')
  await kit.press(own, 'increment')
  await kit.workspace.close()
  return { ids: { first, own }, parts: new Map(Object.entries(await partsIn(place))) }
}

describe('a storage that holds', () => {
  it.each(DAMAGES)('$title opens with what can be had, a message, and an export of all of it', async (damage) => {
    const { change, code, damaged = [], survivors } = damage
    const { ids, parts } = await createSaved()
    change(parts, ids)
    const kit = await openKit({ storage: storageOf({ parts, damaged }) })
    const { problems } = kit.workspace
    expect(problems.map((problem) => problem.code)).toContain(code)
    for (const { message, part } of problems) expect([message.endsWith('.'), part.length > 0]).toEqual([true, true])
    expect(kit.workspace.status.state === 'read-only').toBe(code !== 'GRANTS_CUT')
    expect(Object.keys(kit.state().instances)).toHaveLength(survivors)
    expect(Object.values(kit.state().instances).map(({ status }) => status)).toEqual(
      Array.from({ length: survivors }, () => 'ready'),
    )
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    // Nothing of what was saved is missing from the export, and what happened since is there too.
    const fresh = await kit.host.load({ packageId: 'counter' })
    const exported = JSON.parse(kit.workspace.export()) as Exported
    expect(exported.now.map(([name]) => name)).toContain(`instance/${fresh}`)
    const { damaged: unread = [], saved = exported.now } = exported
    const names = [...saved.map(([name]) => name), ...unread.map(({ place }) => place)]
    for (const name of parts.keys()) expect(names).toContain(name)
    for (const content of damaged) expect(unread).toContainEqual(content)
  })

  it('more problems than anybody reads tells a hundred of them', async () => {
    const parts = new Map<string, unknown>(Array.from({ length: 5_000 }, (_, index) => [`part ${index}`, index]))
    const { workspace } = await openKit({ storage: storageOf({ parts }) })
    expect(workspace.problems).toHaveLength(100)
  })

  it('more instances of a package than the host allows brings back as many as it allows', async () => {
    const place = createMemoryPlace()
    const kit = await openKit({ place })
    for (let count = 0; count < 3; count += 1) await kit.host.load({ packageId: 'counter' })
    await kit.workspace.close()
    const smaller = await openKit({ place, maxInstancesPerPackage: 2 })
    expect(Object.keys(smaller.state().instances)).toHaveLength(2)
    expect(smaller.workspace.problems).toMatchObject([{ code: 'TOO_MANY_INSTANCES', blocksSaving: true }])
  })
})

interface Exported {
  readonly now: readonly (readonly [string, unknown])[]
  readonly saved?: readonly (readonly [string, unknown])[]
  readonly damaged?: readonly DamagedContent[]
}
