import { pluginWith } from '@plugboard/contract-tests'
import type { Recording } from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'
import { auditReads, diffCapabilities, redactRecording, replayRecording } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { fc, test } from '@fast-check/vitest'
import { afterAll, describe, expect, it } from 'vitest'

import { createRun, restlessSource } from './kit/recordedRun.ts'
import { createVmRecorder, createVms, replay } from './kit/vmRecorder.ts'

/** Shows a name, passes it on under another one, and files it under itself. */
const friendSource = `definePlugin(({ ui }) => ({
  id: 'friend',
  title: 'Friend',
  initialState: { name: 'Grace Hopper' },
  widgets: {
    main: {
      render({ pluginState, globalState }) {
        return ui.column([
          ui.text('Hello, ' + pluginState.name + '!', { key: 'hello' }),
          ui.input({ name: 'name', label: 'Name', value: pluginState.name, onChange: { handler: 'rename', args: { name: pluginState.name } } }),
          ui.text(Object.keys(pluginState.known ?? {}).join(' ')),
          ui.text(String(globalState.shared.news ?? 'no news')),
        ])
      },
      handlers: {
        rename(ctx, event) {
          ctx.dispatchPluginAction('renamed', { greeting: 'Dear ' + event.value, known: { [event.value]: 1 } })
          if (event.value.startsWith('!')) throw new Error('no ' + event.value)
        },
      },
    },
  },
}))`

async function recordFriend(names: readonly string[], runtime = createVms()): Promise<Recording> {
  const recorder = createVmRecorder({ includeCode: false, runtime })
  const run = createRun(recorder.runtime, { code: friendSource, packageId: 'friend' })
  recorder.start()
  await run.load()
  for (const [rev, name] of names.entries()) {
    await run.event('rename', { type: 'change', name: 'name', value: name, rev }).catch(() => undefined)
    run.set({ state: { name, known: { [name]: rev } }, shared: { news: `${name} has a cat`, deep: { of: [name] } } })
    await run.render()
  }
  const recording = recorder.stop()
  await recorder.runtime.dispose(run.instanceId)
  return recording
}

describe('a recording without certain words', () => {
  it('has none of them anywhere, says so, and is one that can be read', async () => {
    const recording = await recordFriend(['Ada Lovelace', '!Ada Lovelace', 'Al'])
    const redacted = redactRecording(recording, { keys: ['name', 'value'] })
    const text = JSON.stringify(redacted)
    expect(JSON.stringify(recording)).toContain('Lovelace')
    for (const word of ['Ada', 'Lovelace', 'Grace', 'Hopper', '"Al"']) expect(text).not.toContain(word)
    expect(redacted.isRedacted).toBe(true)
    expect(text).toContain(' has a cat')
    expect(text).toContain('"kind":"text"')
    expect(parseRecording(text)).toEqual(redacted)
  })

  it('replays, since the plugin does with the marks what it did with the words', async () => {
    // The first state is the plugin's own, from its code: it stays what it was.
    const recording = await recordFriend(['Ada Lovelace', 'Alan Turing', 'Ada Lovelace'])
    const redacted = redactRecording(recording, { texts: ['Ada Lovelace', /Al\w+ Turing/] })
    expect(JSON.stringify(redacted)).not.toMatch(/Ada|Turing/)
    expect(await replay(redacted, { friend: friendSource })).toMatchObject({ outcome: 'same' })
  })

  it('keeps words apart that were apart, and lengths', async () => {
    const recording = await recordFriend(['Ada Lovelace', 'Alan M Turin'])
    const states = redactRecording(recording, { texts: ['ada lovelace', 'Alan M Turin'] }).entries.flatMap((entry) =>
      entry.kind === 'event' && 'value' in entry.event ? [entry.event.value] : [],
    )
    expect(states).toEqual(['xxxxxxxxxxx0', 'xxxxxxxxxxx1'])
  })

  it('of digests only keeps no fingerprint of a picture', async () => {
    const recorder = createVmRecorder({ includeTrees: false })
    const run = createRun(recorder.runtime, { code: friendSource, packageId: 'friend' })
    recorder.start()
    await run.load()
    run.set({ state: { name: 'Ada Lovelace' } })
    await run.render()
    const recording = recorder.stop()
    const [, render] = redactRecording(recording, { texts: ['Ada'] }).entries
    expect(render).toMatchObject({ answer: { digest: '0000000000000000' } })
  })

  it('is refused more words than can be looked for', async () => {
    const recorder = createVmRecorder({ includeCode: false })
    const run = createRun(recorder.runtime, { code: friendSource, packageId: 'friend' })
    recorder.start()
    await run.load()
    run.set({ state: { name: Array.from({ length: 10_001 }, (_, index) => `word ${index}`) } })
    await run.render()
    const recording = recorder.stop()
    expect(() => redactRecording(recording, { keys: ['name'] })).toThrow('More than 10000 different words')
    expect(JSON.stringify(redactRecording(recording, { texts: [/word \d+5/] }))).not.toContain('word 15"')
  })

  it('is refused a pattern that is none', async () => {
    const recording = await recordFriend([])
    for (const texts of [[''], [5 as never]]) {
      expect(() => redactRecording(recording, { texts })).toThrow(
        expect.objectContaining({ code: 'INVALID_RECORDING' }),
      )
    }
  })

  // One for all: starting an engine takes longer than what is done with it.
  const runtime = createQuickJSRuntime({ placement: 'inline' })
  afterAll(() => runtime[Symbol.asyncDispose]())

  test.prop([fc.array(fc.stringMatching(/^[A-Z][a-z]{4,8}$/), { minLength: 1, maxLength: 4 })], { numRuns: 20 })(
    'has none of any words, and replays',
    async (names) => {
      const redacted = redactRecording(await recordFriend(names, runtime), { texts: names })
      const text = JSON.stringify(redacted)
      for (const name of names) expect(text).not.toContain(name)
      const code = { friend: friendSource }
      expect(await replayRecording(parseRecording(text), { runtime, code })).toMatchObject({ outcome: 'same' })
    },
  )
})

describe('an audit of reads', () => {
  it('tells the domain that a plugin reads from the one that it was only granted', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime, { code: friendSource, packageId: 'friend' })
    const other = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await other.load()
    const shared = { news: 'rain', idle: { much: 1 } }
    run.set({ shared, grants: { readShared: ['news', 'idle'] } })
    await run.render()
    other.set({ shared: { idle: 1 } })
    await other.event('press')
    const audit = await auditReads(recorder.stop(), { runtime: createVms() })
    expect(audit).toEqual([
      {
        packageId: 'friend',
        domains: [
          { domain: 'news', use: 'used', evidence: expect.objectContaining({ replayed: 'no news', recorded: 'rain' }) },
          { domain: 'idle', use: 'unused' },
        ],
      },
      { packageId: 'restless', domains: [{ domain: 'idle', use: 'unused' }] },
    ])
  })

  it('takes away what ctx.can says, too', async () => {
    const code = pluginWith({
      id: 'asker',
      handlers: "ask(ctx) { ctx.dispatchPluginAction('asked', ctx.can('readShared', 'news')) }",
    })
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime, { code, packageId: 'asker' })
    recorder.start()
    await run.load()
    run.set({ shared: { news: 1 }, grants: { readShared: ['news'] } })
    await run.event('ask')
    const [asker] = await auditReads(recorder.stop(), { runtime: createVms() })
    expect(asker?.domains).toMatchObject([{ domain: 'news', use: 'used' }])
  })

  it('says nothing of a package that does not replay, nor when it was stopped', async () => {
    const recording = await recordFriend(['Ada Lovelace'])
    const code = { friend: friendSource.replace('Hello', 'Good day') }
    const unknown = [
      { domain: 'news', use: 'unknown' },
      { domain: 'deep', use: 'unknown' },
    ]
    expect(await auditReads(recording, { runtime: createVms(), code })).toEqual([
      { packageId: 'friend', domains: unknown },
    ])
    const signal = AbortSignal.abort()
    const stopped = await auditReads(recording, { runtime: createVms(), code: { friend: friendSource }, signal })
    expect(stopped).toEqual([{ packageId: 'friend', domains: unknown }])
  })
})

describe('the difference between two versions of a plugin', () => {
  const record = async (code: string, shared: Readonly<Record<string, number>>): Promise<Recording> => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime, { code })
    recorder.start()
    await run.load()
    run.set({ shared })
    await run.event('press')
    await run.event('ask')
    await run.render()
    return recorder.stop()
  }

  it('is what one was shown, wrote, asked for and drew, and the other was not', async () => {
    const before = await record(restlessSource, { old: 1, both: 1 })
    const code = restlessSource
      .replaceAll("'counter-summary'", "'other-summary'")
      .replace("ctx.dispatchSystemCommand('collect-diagnostics')", '')
      .replace("ui.text('Presses: ' + presses, { key: 'presses' }),", "{ kind: 'custom', component: 'acme/Chart' },")
    const after = await record(code, { both: 1, now: 1 })
    expect(diffCapabilities(before, after)).toEqual([
      {
        packageId: 'restless',
        added: { readShared: ['now'], writeShared: ['other-summary'], systemCommands: [], components: ['acme/Chart'] },
        removed: {
          readShared: ['old'],
          writeShared: ['counter-summary'],
          systemCommands: ['collect-diagnostics'],
          components: [],
        },
      },
    ])
    expect(diffCapabilities(before, before)).toEqual([])
  })
})
