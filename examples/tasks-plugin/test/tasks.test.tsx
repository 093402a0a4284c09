import { Stat } from '@plugboard/sdk'
import { type MountedPlugin, type MountOptions, mountPlugin } from '@plugboard/sdk-testing'
import { pluginMatchers } from '@plugboard/sdk-testing/matchers'
import { describe, expect, it } from 'vitest'

expect.extend(pluginMatchers)

const ALLOWED: MountOptions = {
  shared: { 'open-tasks': { total: 3 } },
  grants: { readShared: ['open-tasks'], writeShared: ['open-tasks'] },
}

const mount = (options: MountOptions = ALLOWED): Promise<MountedPlugin> =>
  mountPlugin(new URL('../src/tasks.plugin.tsx', import.meta.url), options)

async function add(plugin: MountedPlugin, title: string): Promise<void> {
  await plugin.type('Task', title)
  await plugin.press('Add')
}

describe('tasks', () => {
  it('are added by typing, and told to everybody', async () => {
    await using plugin = await mount()
    await add(plugin, 'Water the plants')
    expect(plugin).toRender(<Stat label="Open" value={1} />)
    expect(plugin).toHaveDispatched({ domain: 'open-tasks', action: 'set-own', payload: { open: 1 } })
    expect(plugin.get('input', 'Task').value).toBe('')
    await plugin.share('open-tasks', { total: 4 })
    expect(plugin).toHaveText('Open for everybody: 4')
  })

  it('have a title', async () => {
    await using plugin = await mount()
    await plugin.type('Task', '   ')
    await expect(plugin.press('Add')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The button "Add" is disabled.',
    })
  })

  it('are done at a time, and open again', async () => {
    await using plugin = await mount({ ...ALLOWED, clock: '2026-03-01T09:30Z' })
    await add(plugin, 'Call Ada')
    await plugin.press('Call Ada')
    expect(plugin).toHaveText('Call Ada, done at 09:30')
    await plugin.clock.advance(5 * 60_000)
    await plugin.press(/Call Ada/)
    await plugin.press('Call Ada')
    expect(plugin).toHaveText('Call Ada, done at 09:35')
  })

  it('are kept when the plugin is started again', async () => {
    await using plugin = await mount()
    await add(plugin, 'Call Ada')
    await plugin.restart()
    expect(plugin.getAll('text', 'Call Ada')).toHaveLength(1)
  })

  it('are of use without a grant, and the plugin says what it cannot do', async () => {
    await using plugin = await mount({ ...ALLOWED, grants: {} })
    await add(plugin, 'Call Ada')
    expect(plugin).toRender(<Stat label="Open" value={1} />)
    expect(plugin).toBeDenied('missing-write-grant:open-tasks')
    expect(plugin).toHaveText('Your tasks are counted for you alone.')
    expect(plugin).toBeValidUI()
  })
})
