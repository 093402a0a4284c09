import { pluginCode } from '@plugboard/bundler/vite'
import { expect, it } from 'vitest'

import { writeFiles } from './writeFiles.ts'

/** What a bundler gives the hooks of its plugins, as far as this one asks for it. */
function createContext() {
  const watched: string[] = []
  return {
    watched,
    addWatchFile: (path: string) => void watched.push(path),
    error: (message: string): never => {
      throw new Error(message)
    },
  }
}

it('makes a module of the script and its map, and has every file of it watched', async () => {
  await using folder = await writeFiles({
    'clock.plugin.ts': "import { title } from './title.ts'\ndefinePlugin(() => ({ title, widgets: {} }))\n",
    'title.ts': "export const title = 'Clock'\n",
  })
  const context = createContext()
  const module = await pluginCode().load.call(context, `${folder.file('clock.plugin.ts')}?plugin`)
  expect(module).toContain('export const code = "(function() {')
  expect(module).toContain('Clock')
  expect(module).toContain('clock.plugin.ts')
  expect(context.watched.toSorted()).toEqual([folder.file('clock.plugin.ts'), folder.file('title.ts')])
})

it('leaves every other file alone', async () => {
  expect(await pluginCode().load.call(createContext(), '/src/clock.plugin.ts')).toBeNull()
})

it('fails the build with each fault at its place, and has the entry watched until it is mended', async () => {
  await using folder = await writeFiles({ 'broken.plugin.ts': 'definePlugin(() => ({' })
  const context = createContext()
  const load = pluginCode().load.call(context, `${folder.file('broken.plugin.ts')}?plugin`)
  await expect(load).rejects.toThrow(/^broken\.plugin\.ts:1:\d+: .+ Fix the line\./)
  expect(context.watched).toEqual([folder.file('broken.plugin.ts')])
})
