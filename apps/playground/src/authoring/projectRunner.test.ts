import type { InstanceId } from '@plugboard/contracts'
import { createPluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { configureStore } from '@reduxjs/toolkit'
import { expect, onTestFinished, test } from 'vitest'

import { bundlePrelude } from '../../build/bundlePrelude.ts'
import { createProject } from '../projects/createProject.ts'
import type { ProjectFile } from '../projects/pluginProject.ts'
import { projectsActions, projectsReducer } from '../projects/projectsSlice.ts'
import { compileProject } from './compileProject.ts'
import { ProjectRunner } from './projectRunner.ts'
import { runsReducer } from './runsSlice.ts'

const prelude = await bundlePrelude()

const plugin = (
  parts: { render?: string; start?: number } = {},
): string => `import { definePlugin, Text } from '@plugboard/sdk'

definePlugin({
  id: 'mine', title: 'Mine', initialState: { count: ${parts.start ?? 1} },
  widgets: { main: { render({ state }) {
    ${parts.render ?? 'return <Text>{state.count}</Text>'}
  } } },
})
`

/** A project in a page without a screen, with real VMs. */
function open(text = plugin()) {
  const host = createPluginHost({ runtime: createQuickJSRuntime({ placement: 'inline' }) })
  const store = configureStore({
    reducer: { [host.reducerPath]: host.reducer, projects: projectsReducer, runs: runsReducer },
    middleware: (getDefault) => getDefault({ immutableCheck: false, serializableCheck: false }).concat(host.middleware),
  })
  onTestFinished(() => host.dispose())
  let isBroken = false
  const runner = new ProjectRunner({
    host,
    store,
    authoring: {
      compile: async (project) => {
        if (isBroken) throw new Error('not loaded')
        return compileProject(project, prelude)
      },
    },
  })
  const project = createProject({ title: 'Mine', text, taken: new Set(), at: 1 })
  const { packageId } = project
  store.dispatch(projectsActions.projectPut(project))
  const write = (next: string, file: ProjectFile = 'plugin.tsx'): void => {
    store.dispatch(projectsActions.fileChanged({ packageId, file, text: next, at: 2 }))
  }
  return {
    host,
    runner,
    packageId,
    write,
    breakCompiler: (value: boolean) => (isBroken = value),
    manifest: project.files['manifest.json'],
    project: () => store.getState().projects[packageId],
    outcome: () => store.getState().runs[packageId],
    instances: () => Object.values(store.getState().plugins.instances),
    stateOf: (instanceId: InstanceId) => store.getState().plugins.pluginStateByInstance[instanceId],
    grantsOf: (instanceId: InstanceId) => store.getState().plugins.grantsByInstance[instanceId],
  }
}

test('the first run starts an instance, and the version that ran is kept', async () => {
  const kit = open()
  expect(await kit.runner.run(kit.packageId)).toEqual({ phase: 'ran', state: 'new' })
  expect(kit.instances()).toMatchObject([{ packageId: kit.packageId, status: 'ready', title: 'Mine' }])
  expect(kit.project()?.ran).toMatchObject({ stateVersion: 1, files: { 'plugin.tsx': plugin() } })
})

test('what a manifest is called stays a title', async () => {
  const kit = open()
  kit.write(kit.manifest.replace('"Mine"', '"Mine\\u202e\\u2066 two"'), 'manifest.json')
  await kit.runner.run(kit.packageId)
  expect(kit.project()?.title).toBe('Mine two')
})

test('nothing is granted by what the manifest asks for', async () => {
  const kit = open()
  kit.write(kit.manifest.replaceAll('[]', '["counter-summary"]'), 'manifest.json')
  await kit.runner.run(kit.packageId)
  const [instance] = kit.instances()
  expect(kit.grantsOf(instance?.instanceId ?? '')).toEqual({ readShared: [], writeShared: [], systemCommands: [] })
})

test('a second run puts the new version into every instance, with its state', async () => {
  const kit = open()
  await kit.runner.run(kit.packageId)
  await kit.runner.add(kit.packageId)
  const ids = kit.instances().map(({ instanceId }) => instanceId)
  expect(ids).toHaveLength(2)
  kit.write(plugin({ start: 7, render: 'return <Text>new</Text>' }))
  expect(await kit.runner.run(kit.packageId)).toEqual({ phase: 'ran', state: 'kept' })
  expect(kit.instances().map(({ instanceId }) => instanceId)).toEqual(ids)
  expect(ids.map(kit.stateOf)).toEqual([{ count: 1 }, { count: 1 }])
})

test('a state starts again when that is asked for, or when the manifest raises stateVersion', async () => {
  const kit = open()
  await kit.runner.run(kit.packageId)
  const [{ instanceId } = { instanceId: '' }] = kit.instances()
  kit.write(plugin({ start: 2 }))
  expect(await kit.runner.run(kit.packageId, { keepState: false })).toEqual({ phase: 'ran', state: 'reset' })
  expect(kit.stateOf(instanceId)).toEqual({ count: 2 })
  kit.write(plugin({ start: 3 }))
  kit.write(kit.manifest.replace('"stateVersion": 1', '"stateVersion": 2'), 'manifest.json')
  expect(await kit.runner.run(kit.packageId)).toEqual({ phase: 'ran', state: 'reset' })
  expect(kit.stateOf(instanceId)).toEqual({ count: 3 })
})

test.each([
  ['does not compile', 'const a = ;', { stage: 'compile', problems: [{ code: 'SYNTAX', line: 1, column: 11 }] }],
  ['throws while it loads', '\nnull.x', { stage: 'run', code: 'PLUGIN_THREW', source: { line: 2, column: 5 } }],
  [
    'throws while it draws',
    plugin({ render: 'return state.a.b' }),
    { stage: 'run', code: 'PLUGIN_THREW', source: { line: 6 } },
  ],
  ['draws what is no UI', plugin({ render: 'return { kind: 7 }' }), { stage: 'run', code: 'INVALID_TREE' }],
  ['does not end', plugin({ render: 'for (;;) {}' }), { stage: 'run', code: 'RUNTIME_TIMEOUT' }],
])('a version that %s leaves the one before it running', async (_what, text, failure) => {
  const kit = open()
  await kit.runner.run(kit.packageId)
  const [before] = kit.instances()
  kit.write(text)
  expect(await kit.runner.run(kit.packageId)).toMatchObject({ phase: 'failed', failure, stale: [before?.instanceId] })
  expect(kit.instances()).toMatchObject([{ instanceId: before?.instanceId, status: 'ready' }])
  expect(kit.project()?.ran?.files['plugin.tsx']).toBe(plugin())

  kit.runner.rollBack(kit.packageId, 3)
  expect(kit.project()?.files['plugin.tsx']).toBe(plugin())
  expect(kit.outcome()).toMatchObject({ phase: 'ran' })
})

test('a manifest that is wrong keeps the new version from running, and says where', async () => {
  const kit = open()
  kit.write('{\n  "apiVersion": 2\n}', 'manifest.json')
  expect(await kit.runner.run(kit.packageId)).toMatchObject({
    failure: { stage: 'compile', problems: [{ code: 'INVALID_MANIFEST', file: 'manifest.json', line: 2 }] },
  })
  expect(kit.instances()).toEqual([])
})

test('one more instance runs what its siblings run, not what is being written', async () => {
  const kit = open()
  await kit.runner.run(kit.packageId)
  kit.write('const a = ;')
  const added = await kit.runner.add(kit.packageId)
  expect(kit.instances().map(({ instanceId, status }) => [instanceId, status])).toContainEqual([added, 'ready'])
})

test('an instance that cannot be added is refused in the words of the first problem', async () => {
  const kit = open('const a = ;')
  await expect(kit.runner.add(kit.packageId)).rejects.toThrow(/plugin\.tsx/)
  expect(kit.instances()).toEqual([])
  kit.write(plugin())
  await kit.runner.run(kit.packageId)
  kit.breakCompiler(true)
  await expect(kit.runner.add(kit.packageId)).rejects.toThrow('The compiler could not be loaded.')
})

test('runs that are asked for at once happen one after another, and the last text is what runs', async () => {
  const kit = open()
  const first = kit.runner.run(kit.packageId)
  kit.write(plugin({ start: 5 }))
  const second = kit.runner.run(kit.packageId, { keepState: false })
  await Promise.all([first, second])
  expect(kit.instances()).toHaveLength(1)
  expect(kit.project()?.ran?.files['plugin.tsx']).toBe(plugin({ start: 5 }))
})

test('a compiler that cannot be loaded fails that run, and not the ones after it', async () => {
  const kit = open()
  await kit.runner.run(kit.packageId)
  kit.breakCompiler(true)
  expect(await kit.runner.run(kit.packageId)).toMatchObject({
    phase: 'failed',
    failure: { stage: 'compile', problems: [{ code: 'NOT_COMPILED' }] },
  })
  kit.breakCompiler(false)
  expect(await kit.runner.run(kit.packageId)).toEqual({ phase: 'ran', state: 'kept' })
})

test('a project that is not there is not run', async () => {
  expect(await open().runner.run('nobody')).toBeNull()
})
