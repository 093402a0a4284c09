import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { surfacesSource } from '@plugboard/contract-tests'
import { createInstanceId } from '@plugboard/contracts'
import { mountPlugin, PluginTestError } from '@plugboard/sdk-testing'
import { defineSharedDomain } from '@plugboard/store-core'
import { describe, expect, it, onTestFinished } from 'vitest'

import { drawing } from './scripts.ts'

const FAULTY = new URL('faulty.plugin.tsx', import.meta.url)

async function failureOf(deed: Promise<unknown>): Promise<PluginTestError> {
  const thrown: unknown = await deed.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown instanceof PluginTestError) return thrown
  throw new Error('It did not fail as a PluginTestError.', { cause: thrown })
}

describe('a plugin that throws', () => {
  it('fails the press at the author’s own file, line and column, and the stack begins there', async () => {
    await using plugin = await mountPlugin(FAULTY)
    const error = await failureOf(plugin.press('Throw'))
    expect(error).toMatchObject({
      code: 'PLUGIN_FAILED',
      hostCode: 'PLUGIN_THREW',
      source: { file: 'faulty.plugin.tsx', line: 30, column: 21 },
    })
    expect(error.message).toBe(
      'faulty.plugin.tsx:30:21: handler "fail" of widget "main" threw RangeError: too far at line 30, column 21. Fix the plugin, or catch the error in it.',
    )
    const frames = (error.stack ?? '').split('\n').slice(1)
    expect(frames[0]).toMatch(/^ {4}at \/.*\/test\/faulty\.plugin\.tsx:30:21$/)
    // And goes on with the line of the test, though the press was long over.
    expect(frames.find((frame) => !frame.includes('/src/') && frame !== frames[0])).toContain('failures.test.ts')
    expect(plugin.state).toEqual({ mode: 'fine' })
  })

  it('is told of a render that failed by what led to it, and keeps its last tree beside the error', async () => {
    await using plugin = await mountPlugin(FAULTY)
    const error = await failureOf(plugin.press('Break'))
    expect(error).toMatchObject({ code: 'PLUGIN_FAILED', source: { line: 15 } })
    expect(plugin.find('button', 'Break')).toBeDefined()
    expect(plugin.error).toMatchObject({ code: 'PLUGIN_THREW' })
  })

  it('does not mount when its first picture fails', async () => {
    const error = await failureOf(mountPlugin(FAULTY, { state: { mode: 'broken' } }))
    expect(error).toMatchObject({ code: 'PLUGIN_FAILED', source: { line: 15 } })
  })

  it('does not mount when it does not load, or has no such widget', async () => {
    expect(await failureOf(mountPlugin({ code: 'throw new Error("no")' }))).toMatchObject({
      code: 'PLUGIN_FAILED',
      source: { file: 'plugin.js', line: 1 },
    })
    expect(await failureOf(mountPlugin(drawing(`ui.text('x')`), { widget: 'other' }))).toMatchObject({
      code: 'NOT_MOUNTED',
      message: 'The plugin has no widget "other". It has: main.',
    })
    expect(await failureOf(mountPlugin({ code: surfacesSource }, { widget: 'main' }))).toMatchObject({
      code: 'NOT_MOUNTED',
      message: 'The plugin has no widget "main". It has none.',
    })
  })

  it('is stopped when it never ends, and says that it takes nothing any more', async () => {
    await using plugin = await mountPlugin(FAULTY)
    expect(await failureOf(plugin.press('Spin'))).toMatchObject({
      code: 'PLUGIN_FAILED',
      hostCode: 'RUNTIME_TIMEOUT',
    })
    expect(await failureOf(plugin.press('Spin'))).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('the plugin has stopped'),
    })
    await plugin.restart()
    expect(plugin.error).toBeNull()
  })
})

describe('files that make no script', () => {
  it('says each fault with its place and what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sdk-testing-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'unbundled.ts'), "import { nothing } from './nowhere.ts'\n\nnothing()\n")
    const error = await failureOf(mountPlugin(join(folder, 'unbundled.ts')))
    expect(error.code).toBe('NOT_BUNDLED')
    expect(error.message).toContain('unbundled.ts:1:')
    expect(error.message).not.toContain(folder)
    expect(await failureOf(mountPlugin(join(folder, 'nowhere.tsx')))).toMatchObject({ code: 'NOT_BUNDLED' })
  })
})

describe('a test that does something wrong', () => {
  it('is told of options that cannot be used', async () => {
    const code = drawing(`ui.text('x')`)
    const withManifest = mountPlugin(code, {
      manifest: { apiVersion: 1, packageId: 'Not an id', title: 'T', capabilities: {} },
    })
    expect(await failureOf(withManifest)).toMatchObject({ code: 'NOT_MOUNTED' })
    expect(await failureOf(mountPlugin(code, { clock: 'yesterday' }))).toMatchObject({ code: 'NOT_MOUNTED' })
    expect(await failureOf(mountPlugin(code, { shared: { 'Not a name': 1 } }))).toMatchObject({ code: 'NOT_MOUNTED' })
  })

  it('hears of its own reducer that threw', async () => {
    const domain = defineSharedDomain({
      name: 'votes',
      owner: 'host',
      schemaVersion: 1,
      initialState: 0,
      reducer: () => {
        throw new Error('a bug of the test')
      },
    })
    await using plugin = await mountPlugin(drawing(`ui.text('x')`), { domains: [domain] })
    expect(await failureOf(plugin.dispatchShared('votes', 'vote'))).toMatchObject({
      code: 'HOST_FAILED',
      message: expect.stringContaining('a bug of the test'),
    })
  })

  it('is refused after the end', async () => {
    const plugin = await mountPlugin(drawing(`ui.button('Go', { onPress: 'hear' })`))
    await plugin.dispose()
    await plugin.dispose()
    expect(await failureOf(plugin.press('Go'))).toMatchObject({ code: 'DISPOSED' })
    expect(plugin.host.describe(createInstanceId('x'))).toBeUndefined()
  })
})
