import type { PluginRootState } from '@plugboard/host'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { createFakeRuntime } from '@plugboard/contract-tests'
import { presetPlugins, presetSharedDomains } from '@plugboard/preset-plugins'
import { expect, onTestFinished, test } from 'vitest'

import type { ProjectResult } from '../authoring/compileProject.ts'
import { createManifestText } from '../projects/manifestText.ts'
import { collectShare } from '../share/collectShare.ts'
import { packShare } from '../share/packShare.ts'
import type { SharedWorkspace } from '../share/sharedWorkspace.ts'
import { arriveByLink } from './arriveByLink.ts'

const manifest = createManifestText({
  packageId: 'pulse',
  title: 'Pulse',
  capabilities: { readShared: ['runtime-metrics'] },
})
const pulse = {
  packageId: 'pulse',
  title: 'Pulse\u202E',
  files: { 'plugin.tsx': 'a\nb\nc\n', 'manifest.json': manifest },
}
const SHARE: SharedWorkspace = {
  name: ' Team\n pulse ',
  projects: [pulse],
  instances: [
    { packageId: 'pulse', asks: { writeShared: ['counter-summary'] }, state: { presses: 4 }, stateVersion: 1 },
    { packageId: 'counter' },
    { packageId: 'gone' },
  ],
}

async function arrive(share: SharedWorkspace) {
  return await arriveByLink(await packShare(share))
}

test('a link says what is in it, in the words of the playground', async () => {
  const { asks, missing, name, plugins } = await arrive(SHARE)
  expect([name, missing]).toEqual(['Team pulse', ['gone']])
  expect(plugins).toMatchObject([
    { packageId: 'pulse', title: 'Pulse', instances: 1, code: 'a\nb\nc\n' },
    { packageId: 'counter', title: 'Counter', instances: 1, code: null },
  ])
  expect(asks.known).toEqual([
    { verb: 'readShared', name: 'counter-summary' },
    { verb: 'readShared', name: 'runtime-metrics' },
    { verb: 'writeShared', name: 'counter-summary' },
  ])
})

test('a plugin that takes the id of a preset is refused', async () => {
  const posing = { ...SHARE, projects: [{ ...pulse, packageId: 'status-dashboard' }] }
  await expect(arrive(posing)).rejects.toMatchObject({ code: 'SHARE_INVALID' })
})

function createPage(compile: () => ProjectResult) {
  const runtime = createFakeRuntime()
  const host = createPluginHost({ runtime, packages: presetPlugins, sharedDomains: presetSharedDomains })
  const hostStore = createHostStore(host)
  onTestFinished(() => host.dispose())
  const actions: { readonly type: string; readonly payload?: unknown }[] = []
  const compiled: string[] = []
  const selected: (string | null)[] = []
  const store = {
    ...hostStore,
    dispatch: (action: { readonly type: string }) => void actions.push(action),
  }
  return {
    actions,
    compiled,
    state: () => hostStore.getState(),
    selected,
    parts: {
      host,
      devtools: { selectInstance: (id: string | null) => void selected.push(id) } as never, // All that is used of it.
      store: store as never, // Only what is dispatched is looked at.
      authoring: {
        compile: async ({ packageId }: { readonly packageId: string }) => {
          compiled.push(packageId)
          // A compiler answers from its worker.
          await Promise.resolve()
          return compile()
        },
      },
    },
  }
}

const COMPILED: ProjectResult = {
  kind: 'compiled',
  code: `definePlugin(({ ui }) => ({ title: 'Pulse', initialState: { presses: 0 }, widgets: { main: { render: () => ui.text('x') } } }))`,
  sourceMap: '{}',
  title: 'Pulse',
  stateVersion: 1,
}

test('after the answer each instance has what it asked for and was granted, and its state', async () => {
  const arrival = await arrive(SHARE)
  const page = createPage(() => COMPILED)
  const fill = await arrival.settle({} as never, [
    { verb: 'readShared', name: 'counter-summary' },
    { verb: 'writeShared', name: 'counter-summary' },
  ])
  expect(page.compiled).toEqual([])
  await fill?.(page.parts)
  const { grantsByInstance, instances, pluginStateByInstance } = page.state().plugins
  const grants = Object.fromEntries(
    Object.values(instances).map(({ instanceId, packageId }) => [packageId, grantsByInstance[instanceId]]),
  )
  expect(grants).toMatchObject({
    pulse: { readShared: [], writeShared: ['counter-summary'], systemCommands: [] },
    counter: { readShared: ['counter-summary'], writeShared: ['counter-summary'] },
  })
  const own = Object.keys(instances).find((id) => id.startsWith('pulse@')) ?? ''
  expect(pluginStateByInstance[own]).toEqual({ presses: 4 })
  expect(page.compiled).toEqual(['pulse'])
  expect(page.selected).toEqual([own])
})

test('a state of another version does not meet the code, and code that does not compile starts nothing', async () => {
  const older = { ...SHARE, instances: [{ packageId: 'pulse', state: { presses: 4 }, stateVersion: 7 }] }
  const page = createPage(() => COMPILED)
  const fill = await (await arrive(older)).settle({} as never, [])
  await fill?.(page.parts)
  expect(Object.values(page.state().plugins.pluginStateByInstance)).toEqual([{ presses: 0 }])

  const place = { code: 'SYNTAX', message: 'It ends too soon.', file: 'plugin.tsx', line: 1, column: 1 } as const
  const broken = createPage(() => ({ kind: 'refused', problems: [place] }))
  await fill?.(broken.parts)
  expect(broken.state().plugins.instances).toEqual({})
  expect(broken.actions.at(-1)).toMatchObject({ payload: expect.stringContaining('It ends too soon.') as unknown })
})

test('a compiler that does not come costs the plugins that it compiles, and nothing else that a link brings', async () => {
  const page = createPage(() => {
    throw new Error('Failed to fetch dynamically imported module')
  })
  const fill = await (await arrive(SHARE)).settle({} as never, [])
  await fill?.(page.parts)
  expect(Object.values(page.state().plugins.instances)).toMatchObject([{ packageId: 'counter' }])
  expect(page.actions.at(-1)).toMatchObject({ payload: expect.stringContaining('could not be loaded') as unknown })
})

test('the plugins of a link are compiled one after another', async () => {
  const projects = ['one', 'two', 'three'].map((packageId) => ({ ...pulse, packageId }))
  const waiting: number[] = []
  let ended = 0
  const page = createPage(() => {
    ended += 1
    waiting.push(page.compiled.length - ended)
    return COMPILED
  })
  const fill = await (await arrive({ name: 'Three', projects, instances: [] })).settle({} as never, [])
  await fill?.(page.parts)
  expect([page.compiled, waiting]).toEqual([
    ['one', 'two', 'three'],
    [0, 0, 0],
  ])
})

test('a plugin of the stress shelf travels by its name, and asks for nothing', async () => {
  const arrival = await arrive({ name: 'Stress', projects: [], instances: [{ packageId: 'stress-flood' }] })
  expect(arrival.plugins).toMatchObject([{ packageId: 'stress-flood', instances: 1, code: null }])
  expect([arrival.asks.known, arrival.missing]).toEqual([[], []])
  const page = createPage(() => COMPILED)
  const fill = await arrival.settle({} as never, [])
  await fill?.(page.parts)
  expect(Object.values(page.state().plugins.instances)).toMatchObject([{ packageId: 'stress-flood', status: 'ready' }])
})

test('what is shared is code and wishes, never grants, and states only when that is said', () => {
  const grants = { readShared: ['runtime-metrics', 'counter-summary'], writeShared: [], systemCommands: [] }
  const ran = { files: pulse.files, stateVersion: 1 }
  const state = {
    plugins: {
      instances: {
        'pulse@a': { instanceId: 'pulse@a', packageId: 'pulse' },
        'lost@b': { instanceId: 'lost@b', packageId: 'lost' },
      },
      grantsByInstance: { 'pulse@a': grants },
      pluginStateByInstance: { 'pulse@a': { presses: 4 } },
    },
    projects: { pulse: { ...pulse, editedAt: 1, ran } },
  } as unknown as PluginRootState & {
    readonly projects: Readonly<Record<string, typeof pulse & { readonly editedAt: number }>>
  }
  const { left, share } = collectShare({ name: 'Lab', state, hasStates: false })
  expect(left).toBe(1)
  expect(share).toEqual({
    name: 'Lab',
    projects: [pulse],
    instances: [{ packageId: 'pulse', asks: { readShared: ['counter-summary'] } }],
  })
  const withStates = collectShare({ name: 'Lab', state, hasStates: true })
  expect(withStates.share.instances).toMatchObject([{ state: { presses: 4 }, stateVersion: 1 }])
})
