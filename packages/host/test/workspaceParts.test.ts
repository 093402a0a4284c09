import { NO_GRANTS, type CapabilityGrants } from '@plugboard/contracts'
import { counterSource } from '@plugboard/contract-tests'
import { readExport, storeExport } from '@plugboard/host/workspace'
import { createMemoryPlace, createMemoryStorage } from '@plugboard/storage'
import { describe, expect, it } from 'vitest'

import { openKit, partsIn, pictureOf } from './kit/workspaceKit.ts'

describe('parts of the application', () => {
  it('are each saved by themselves, and there again the next time', async () => {
    const place = createMemoryPlace()
    const { workspace } = await openKit({ place })
    const source = { text: 'one' }
    workspace.setPart('project/pomodoro', source)
    source.text = 'changed afterwards'
    workspace.setPart('notes', ['a'])
    await workspace.flush()
    const { revision } = await createMemoryStorage({ place }).read()
    workspace.setPart('project/pomodoro', { text: 'one' })
    await workspace.flush()
    expect((await createMemoryStorage({ place }).read()).revision).toBe(revision)
    workspace.setPart('notes', null)
    await workspace.close()
    expect(await partsIn(place)).toMatchObject({ 'app/project/pomodoro': { text: 'one' } })

    const after = await openKit({ place })
    expect([...after.workspace.parts]).toEqual([['project/pomodoro', { text: 'one' }]])
    expect([after.workspace.isNew, after.workspace.problems]).toEqual([false, []])
  })

  it('travel with an export, and go when all is started over', async () => {
    const before = await openKit()
    before.workspace.setPart('project/pomodoro', { text: 'one' })
    const text = before.workspace.export()
    const { workspace } = await openKit()
    await workspace.importWorkspace(text)
    expect([...workspace.parts.keys()]).toEqual(['project/pomodoro'])
    expect(await workspace.startOver()).toContain('app/project/pomodoro')
    expect([...workspace.parts]).toEqual([])
  })

  it.for(['', 'Notes', '__proto__', 'a/b/c', '../etc', 'a/', 'x'.repeat(65)])(
    'are not kept under the name "%s"',
    async (name) => {
      const { workspace } = await openKit()
      expect(() => workspace.setPart(name, 1)).toThrow(expect.objectContaining({ code: 'PROTOCOL' }))
    },
  )

  it('are JSON data, and a thousand at most', async () => {
    const { workspace } = await openKit()
    const noData = { when: new Date() } as unknown as null
    expect(() => workspace.setPart('notes', noData)).toThrow(/no JSON data/)
    for (let count = 0; count < 1_000; count += 1) workspace.setPart(`part-${count}`, count)
    expect(() => workspace.setPart('one-more', 1)).toThrow(/1000 parts already/)
    workspace.setPart('part-7', null)
    workspace.setPart('one-more', 1)
    expect(workspace.parts.size).toBe(1_000)
  })

  it.for([
    ['app/notes', new Date(), 'INVALID_PART'],
    ['app/No Name', 1, 'UNKNOWN_PART'],
  ] as const)('that are damaged are told and not overwritten: %s', async ([name, value, code]) => {
    const place = createMemoryPlace()
    const { workspace } = await openKit({ place })
    workspace.setPart('notes', 'kept')
    await workspace.close()
    const { parts, revision } = await createMemoryStorage({ place }).read()
    const after = await openKit({
      storage: {
        ...createMemoryStorage(),
        read: () => Promise.resolve({ revision, parts: new Map([...parts, [name, value]]), damaged: [] }),
      },
    })
    expect(after.workspace.problems).toMatchObject([{ code, part: name, blocksSaving: true }])
    expect(after.workspace.status.state).toBe('read-only')
  })
})

describe('an export from elsewhere', () => {
  const wanted: CapabilityGrants = {
    readShared: ['counter-summary'],
    writeShared: ['counter-summary'],
    systemCommands: [],
  }

  async function exported(): Promise<{ readonly text: string; readonly own: string; readonly listed: string }> {
    const { host, press, workspace } = await openKit()
    const listed = await host.load({ packageId: 'counter' })
    const own = await host.load({ packageId: 'mine', code: counterSource, initialGrants: wanted })
    await press(listed, 'increment')
    workspace.setPart('project/mine', { text: 'source' })
    return { text: workspace.export(), own, listed }
  }

  it('says what it holds without anything of it being run or stored', async () => {
    const { listed, own, text } = await exported()
    const { instances, parts, problems } = readExport(text)
    expect(instances).toMatchObject([{ instanceId: listed }, { instanceId: own, code: counterSource, grants: wanted }])
    expect([[...parts.keys()], problems]).toEqual([['project/mine'], []])
  })

  it('is stored with the grants that a person gives, whatever it says', async () => {
    const { listed, own, text } = await exported()
    const place = createMemoryPlace()
    const asked: unknown[] = []
    await storeExport({
      text,
      storage: createMemoryStorage({ place }),
      grants: (instanceId, wants) => {
        asked.push([instanceId, wants.writeShared])
        return instanceId === listed ? wants : NO_GRANTS
      },
    })
    expect(asked).toContainEqual([own, ['counter-summary']])
    const kit = await openKit({ place })
    expect(kit.workspace.problems).toEqual([])
    expect(pictureOf(kit)).toMatchObject({
      grants: { [own]: NO_GRANTS, [listed]: { writeShared: ['counter-summary'] } },
      states: { [listed]: { value: 1 }, [own]: { value: 0 } },
    })
  })

  it('is stored with the parts of the application as the caller says', async () => {
    const { text } = await exported()
    const place = createMemoryPlace()
    const storage = createMemoryStorage({ place })
    const seen: unknown[] = []
    const parts = (name: string, value: unknown) => {
      seen.push([name, value])
      return { agreed: false }
    }
    await storeExport({ text, storage, grants: () => NO_GRANTS, parts })
    expect(seen).toEqual([['project/mine', { text: 'source' }]])
    expect(await partsIn(place)).toMatchObject({ 'app/project/mine': { agreed: false } })
    const empty = createMemoryPlace()
    await storeExport({
      text,
      storage: createMemoryStorage({ place: empty }),
      grants: () => NO_GRANTS,
      parts: () => null,
    })
    expect(Object.keys(await partsIn(empty))).not.toContain('app/project/mine')
  })

  it('is not put over what is there', async () => {
    const { text } = await exported()
    const place = createMemoryPlace()
    const { workspace } = await openKit({ place })
    workspace.setPart('notes', 'mine')
    await workspace.close()
    const storage = createMemoryStorage({ place })
    await expect(storeExport({ text, storage, grants: () => NO_GRANTS })).rejects.toMatchObject({
      code: 'STORAGE_CONFLICT',
    })
    expect(await partsIn(place)).toMatchObject({ 'app/notes': 'mine' })
  })

  it.for([
    ['of a newer release', (text: string) => text.replace('"version":1,"instances"', '"version":2,"instances"')],
    ['that reaches prototypes', (text: string) => text.replace('{"text":"source"}', '{"__proto__":{}}')],
    ['that was cut', (text: string) => text.slice(0, -20)],
  ] as const)('%s is refused, and nothing is stored', async ([, change]) => {
    const { text } = await exported()
    const place = createMemoryPlace()
    const storage = createMemoryStorage({ place })
    await expect(storeExport({ text: change(text), storage, grants: () => NO_GRANTS })).rejects.toMatchObject({
      code: 'INVALID_EXPORT',
    })
    expect(await partsIn(place)).toEqual({})
  })

  it('of which a part is not understood is stored as it is, and opens read-only', async () => {
    const { listed, text } = await exported()
    const place = createMemoryPlace()
    const damaged = text.replace(`["state/${listed}",{"value":1}]`, `["state/${listed}-gone",{"value":1}]`)
    await storeExport({ text: damaged, storage: createMemoryStorage({ place }), grants: () => NO_GRANTS })
    const { workspace } = await openKit({ place })
    expect(workspace.status.state).toBe('read-only')
    expect(workspace.export()).toContain(`${listed}-gone`)
  })
  it('of a newer release is refused however much of it is damaged', async () => {
    const { text } = await exported()
    const damaged = Array.from({ length: 100 }, (_, at) => ({ place: `line ${at}`, message: 'Cut.', content: '{' }))
    const { now, ...rest } = JSON.parse(text.replace('"version":1,"instances"', '"version":2,"instances"')) as {
      readonly now: unknown
    }
    const newer = JSON.stringify({ ...rest, now, saved: now, damaged })
    expect(readExport(newer).problems).toContainEqual(expect.objectContaining({ code: 'NEWER_VERSION' }))
    await expect(
      storeExport({ text: newer, storage: createMemoryStorage(), grants: () => NO_GRANTS }),
    ).rejects.toMatchObject({ code: 'INVALID_EXPORT', message: expect.stringContaining('newer release') as unknown })
  })

  it('with damaged text that is no part keeps it, opens read-only and exports it again', async () => {
    const { text } = await exported()
    const { now, ...rest } = JSON.parse(text) as { readonly now: readonly unknown[] }
    const place = createMemoryPlace()
    const damaged = [{ place: 'line 7', message: 'Cut.', content: '{precious' }]
    const half = JSON.stringify({ ...rest, now, saved: [...now, ['damaged/0', 'from before']], damaged })
    await storeExport({ text: half, storage: createMemoryStorage({ place }), grants: () => NO_GRANTS })
    expect(await partsIn(place)).toMatchObject({ 'damaged/0': 'from before', 'damaged/0-': damaged[0] })
    const { workspace } = await openKit({ place })
    expect(workspace.status.state).toBe('read-only')
    expect(workspace.export()).toContain('{precious')
  })

  it('of which nothing but damaged text is left opens read-only too', async () => {
    const { text } = await exported()
    const place = createMemoryPlace()
    const damaged = [{ place: 'line 7', message: 'Cut.', content: '{precious' }]
    const lost = JSON.stringify({ ...(JSON.parse(text) as object), saved: [], damaged })
    await storeExport({ text: lost, storage: createMemoryStorage({ place }), grants: () => NO_GRANTS })
    const { workspace } = await openKit({ place })
    expect([workspace.isNew, workspace.status.state]).toEqual([false, 'read-only'])
  })
})
