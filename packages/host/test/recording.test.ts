import { createFakeRuntime, zoneSource } from '@plugboard/contract-tests'
import { RECORDING_SIZE } from '@plugboard/contracts'
import { parseRecording } from '@plugboard/contracts/schemas'
import { createRecorder, replayRecording } from '@plugboard/host/recording'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { fc, test } from '@fast-check/vitest'
import { afterAll, describe, expect, it } from 'vitest'

import { createLosingRuntime } from './kit/losingRuntime.ts'
import { createVmRecorder, createVms, failing, replay } from './kit/vmRecorder.ts'
import { createRun, restlessSource } from './kit/recordedRun.ts'

describe('a recording', () => {
  it('replays to the digest: clock, chance, variables of the guest, errors and invalid trees', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.render()
    await run.event('press', { type: 'press', args: { by: 2 } })
    run.set({ state: { value: 1 }, shared: { a: 1 } })
    await run.render()
    expect(await failing(run.event('fail'))).toBe('PLUGIN_THREW')
    expect(await failing(run.event('missing'))).toBe('UNKNOWN_HANDLER')
    await run.render('broken')
    expect(await failing(run.render('invalid'))).toBe('INVALID_TREE')
    expect((await run.event('overdo')).rejected).toHaveLength(44)
    await run.event('press')
    await recorder.runtime.dispose(run.instanceId)
    const recording = recorder.stop()
    expect(recording.entries.map(({ kind }) => kind)).toEqual([
      'load',
      'render',
      'event',
      'render',
      'event',
      'event',
      'render',
      'render',
      'event',
      'event',
      'dispose',
    ])
    expect(await replay(parseRecording(JSON.stringify(recording)))).toEqual({
      outcome: 'same',
      compared: 10,
      unsettled: [],
    })
  })

  it('replays what was asked of tools to the value, and says where another code answers otherwise', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.tool('draw', { a: 1 })
    run.set({ state: { value: 5 } })
    await run.tool('draw')
    await run.render()
    expect(await failing(run.tool('spoil'))).toBe('INVALID_OUTPUT')
    expect(await failing(run.tool('missing'))).toBe('UNKNOWN_SURFACE')
    const recording = parseRecording(JSON.stringify(recorder.stop()))
    expect(recording.entries.map(({ kind }) => kind)).toEqual([
      'load',
      'invoke',
      'invoke',
      'render',
      'invoke',
      'invoke',
    ])
    expect(recording.entries[1]).toMatchObject({ surface: 'tool', name: 'draw', input: { a: 1 } })
    expect(JSON.stringify(recording.entries[1])).not.toMatch(/packageId":"restless","instanceId"[^}]*intents/)
    expect(await replay(recording)).toEqual({ outcome: 'same', compared: 6, unsettled: [] })
    const changed = restlessSource.replace('lucky: Math.random(), state', 'lucky: 1, state')
    expect((await replay(recording, { restless: changed })).divergence).toMatchObject({
      index: 1,
      kind: 'invoke',
      surface: 'tool',
      name: 'draw',
      what: 'value',
      path: 'value.lucky',
      replayed: 1,
      message: expect.stringContaining('tool "draw" of restless@'),
    })
    const silent = restlessSource.replace(
      "ctx.dispatchSharedAction('counter-summary', 'set-instance', { value: presses })\n      return",
      'return',
    )
    expect((await replay(recording, { restless: silent })).divergence).toMatchObject({ index: 1, what: 'intents' })
  })

  it('says what the code was, where and when it was made, and no identity in its answers', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.event('press')
    const recording = recorder.stop()
    expect(recording).toMatchObject({
      format: 'plugboard-recording',
      version: 1,
      startedAt: 5,
      timeZone: 'UTC',
      isComplete: true,
      isRedacted: false,
      codes: [{ text: restlessSource }],
    })
    expect(JSON.stringify(recording.entries.map((entry) => ('answer' in entry ? entry.answer : null)))).not.toContain(
      'aaaaaaaa',
    )
  })

  it('has local times in the zone that they were recorded in, wherever it is replayed', async () => {
    const recorder = createVmRecorder({ createSeed: () => ({ random: 1, epochMs: 0, timeZone: 'Asia/Kolkata' }) })
    const run = createRun(recorder.runtime, { code: zoneSource, packageId: 'zone' })
    recorder.start()
    await run.load()
    expect((await run.event('sample')).intents).toMatchObject([{ payload: [5, -330, 12, '2024-07-01T06:30:00.000Z'] }])
    const recording = parseRecording(JSON.stringify(recorder.stop()))
    expect(await replay(recording)).toMatchObject({ outcome: 'same', compared: 2 })
  })

  it('keeps views and trees as what has changed', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.render()
    await run.event('press')
    const before = recorder.size
    await run.render()
    expect(recorder.size - before).toBeLessThan(300)
    const [, , event, render] = recorder.stop().entries
    expect(event).not.toHaveProperty('view')
    expect(render).not.toHaveProperty('view')
  })

  it('stops at the first answer that is another one, and says where', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.render()
    await run.event('press')
    await run.event('press')
    await run.render()
    const recording = recorder.stop()
    const report = await replay(recording, {
      restless: restlessSource.replace('value: presses }', 'value: -presses }'),
    })
    expect(report).toEqual({
      outcome: 'diverged',
      compared: 3,
      unsettled: [],
      divergence: {
        index: 2,
        instanceId: run.instanceId,
        kind: 'event',
        widgetId: 'main',
        handler: 'press',
        what: 'intents',
        path: 'intents[1].payload.value',
        recorded: 1,
        replayed: -1,
        message:
          'Entry 2, handler "press" of widget "main" of restless@aaaaaaaa: intents[1].payload.value was 1 in the recording and is -1 now.',
      },
    })
  })

  it.each([
    [
      "title: 'Restless'",
      "title: 'Other'",
      { what: 'load', path: 'load.title', recorded: 'Restless', replayed: 'Other' },
    ],
    [
      "'Presses: '",
      "'Pressed: '",
      { what: 'tree', path: 'tree.children[0].text', recorded: 'Presses: 0', replayed: 'Pressed: 0' },
    ],
    ["throw new Error('on", "return new Error('on", { what: 'error', path: 'error' }],
    ['index < 300', 'index < 257', { what: 'rejected', path: 'rejected[1]' }],
  ])('tells a changed %s', async (before, after, divergence) => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.render()
    await failing(run.event('fail'))
    await run.event('overdo')
    await run.render('broken')
    const code = restlessSource.replace(before, after)
    expect(code).not.toBe(restlessSource)
    expect((await replay(recorder.stop(), { restless: code })).divergence).toMatchObject(divergence)
  })

  it('tells a runtime that judges the same tree another way', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    expect((await run.render('broken')).issues).toHaveLength(2)
    const text = JSON.stringify(recorder.stop()).replace('"code":"duplicate-key"', '"code":"too-large"')
    expect((await replay(parseRecording(text))).divergence).toMatchObject({ what: 'issues', path: 'issues[1].code' })
  })

  it('tells a render that tries to dispatch from one that does not', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.event('ask')
    run.set({ state: 'eager' })
    expect((await run.render('eager')).rejected).toHaveLength(1)
    const recording = recorder.stop()
    expect(await replay(recording)).toMatchObject({ outcome: 'same' })
    const { divergence } = await replay(recording, { restless: restlessSource.replace("=== 'eager'", "=== 'other'") })
    expect(divergence).toMatchObject({ kind: 'render', what: 'rejected', path: 'rejected[0]' })
  })

  it('does not hang on a comment, and not on names that were already there', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.event('press')
    expect(
      await replay(recorder.stop(), { restless: `// moves every line\n\n${restlessSource}`, toString: 'no' }),
    ).toMatchObject({ outcome: 'same' })
  })

  // One for all sequences: starting an engine takes longer than any of them.
  const runtime = createQuickJSRuntime({ placement: 'inline' })
  afterAll(() => runtime[Symbol.asyncDispose]())

  test.prop(
    [
      fc.array(
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom('press', 'render', 'state', 'shared') },
          fc.constantFrom('fail', 'overdo', 'ask', 'broken', 'invalid', 'reload', 'missing'),
        ),
        { maxLength: 25 },
      ),
      fc.nat(24),
    ],
    { numRuns: 30 },
  )('of any sequence replays, and so does every part of it from the beginning', async (steps, cut) => {
    const recorder = createRecorder({ runtime })
    const runs = [createRun(recorder.runtime), createRun(recorder.runtime, { suffix: 'bbbbbbbb' })]
    recorder.start()
    for (const run of runs) await run.load()
    for (const [index, step] of steps.entries()) {
      const run = runs[index % 2] ?? createRun(runtime)
      if (step === 'render') await run.render()
      else if (step === 'broken' || step === 'invalid') await failing(run.render(step))
      else if (step === 'state') run.set({ state: { value: index, list: steps.slice(0, index) } })
      else if (step === 'shared')
        run.set({ shared: { [`domain-${index % 3}`]: { index }, other: steps.slice(0, index % 4) } })
      else if (step === 'reload') {
        await recorder.runtime.dispose(run.instanceId)
        await run.load()
      } else await failing(run.event(step, { type: 'press', args: index }))
    }
    const recording = parseRecording(JSON.stringify(recorder.stop()))
    for (const run of runs) await recorder.runtime.dispose(run.instanceId)
    expect(await replayRecording(recording, { runtime })).toMatchObject({ outcome: 'same', unsettled: [] })
    const part = { ...recording, entries: recording.entries.slice(0, cut) }
    expect(await replayRecording(part, { runtime })).toMatchObject({ outcome: 'same' })
    expect((await runtime.health()).groups).toEqual([])
  })
})

describe('a recorder', () => {
  it('may begin at any time: what runs goes on in a fresh VM, with its state, and the recording replays', async () => {
    const recorder = createVmRecorder()
    const [first, second] = [createRun(recorder.runtime), createRun(recorder.runtime, { suffix: 'bbbbbbbb' })]
    await first.load()
    await second.load()
    await first.event('press')
    const inFlight = first.event('press')
    recorder.start()
    const events = await Promise.all([inFlight, first.event('press'), first.event('press')])
    expect(events.map(({ intents }) => intents[1]?.payload)).toEqual([{ value: 2 }, { value: 1 }, { value: 2 }])
    await first.render()
    const recording = recorder.stop()
    // The other one was never called.
    expect(recording.entries.map(({ kind }) => kind)).toEqual(['load', 'event', 'event', 'render'])
    expect(await replay(recording)).toMatchObject({ outcome: 'same' })
    expect((await first.event('press')).intents[1]?.payload).toEqual({ value: 3 })
  })

  it('may begin while an instance is loading', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    const loading = run.load()
    recorder.start()
    const pressed = run.event('press')
    await loading
    await pressed
    const recording = recorder.stop()
    expect(recording.entries.map(({ kind }) => kind)).toEqual(['load', 'event'])
    expect(await replay(recording)).toMatchObject({ outcome: 'same' })
  })

  it('leaves out what was not answered, and records again after that', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.event('press')
    const late = run.event('press')
    const first = recorder.stop()
    await late
    recorder.start()
    await run.event('press')
    const second = recorder.stop()
    expect([first, second].map(({ entries }) => entries.map(({ kind }) => kind))).toEqual([
      ['load', 'event'],
      ['load', 'event'],
    ])
    for (const recording of [first, second]) expect(await replay(recording)).toMatchObject({ outcome: 'same' })
  })

  it('ends where it is full, and what is there can be read and replayed', async () => {
    const recorder = createVmRecorder({ maxSize: restlessSource.length + 3_000 })
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    let presses = 0
    for (; recorder.status === 'recording'; presses += 1) await run.event('press')
    await run.event('press')
    expect(recorder.status).toBe('full')
    const recording = recorder.stop()
    expect(recording.isComplete).toBe(false)
    expect(recording.entries).toHaveLength(presses)
    expect(JSON.stringify(recording).length).toBeLessThanOrEqual(restlessSource.length + 3_000)
    expect(await replay(recording)).toMatchObject({ outcome: 'same', compared: presses })
  })

  it('that has no room for the code itself records nothing, and stops nobody', async () => {
    for (const maxSize of [500, Number.NaN, 'much' as never]) {
      const recorder = createVmRecorder({ maxSize })
      const run = createRun(recorder.runtime)
      recorder.start()
      await run.load()
      await run.event('press')
      expect(recorder.stop()).toMatchObject({ isComplete: false, codes: [], entries: [] })
      await run.event('press')
    }
  })

  it('without code and trees is small, needs the code to replay, and still tells runs apart', async () => {
    const recorder = createVmRecorder({ includeCode: false, includeTrees: false })
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.render()
    const recording = recorder.stop()
    expect(JSON.stringify(recording).length).toBeLessThan(1_500)
    await expect(replay(recording)).rejects.toMatchObject({ code: 'RECORDING_WITHOUT_CODE' })
    expect(await replay(recording, { restless: restlessSource })).toMatchObject({ outcome: 'same' })
    const { divergence } = await replay(recording, { restless: restlessSource.replace("'Presses: '", "'Pressed: '") })
    expect(divergence).toMatchObject({ what: 'tree', path: 'tree', recorded: expect.stringMatching(/^[0-9a-f]{16}$/) })
  })

  it('ends before an answer that is no JSON: no file is better than one that cannot be read', async () => {
    const runtime = createVms()
    const call = runtime.call.bind(runtime)
    const recorder = createVmRecorder({ runtime })
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.render()
    runtime.call = async (...request) => ({ ...(await call(...request)), tree: { kind: 'text', text: Number.NaN } })
    await run.render()
    const recording = recorder.stop()
    expect(recording).toMatchObject({ isComplete: false })
    expect(parseRecording(JSON.stringify(recording)).entries).toHaveLength(2)
  })

  it('tells who calls it in the wrong order', () => {
    const recorder = createVmRecorder()
    expect(() => recorder.stop()).toThrow(expect.objectContaining({ code: 'NOT_RECORDING' }))
    recorder.start()
    expect(() => {
      recorder.start()
    }).toThrow(expect.objectContaining({ code: 'ALREADY_RECORDING' }))
    expect(recorder.size).toBeGreaterThan(0)
    recorder.stop()
    expect([recorder.size, recorder.status, RECORDING_SIZE]).toEqual([0, 'idle', 16 * 1024 * 1024])
  })

  it('keeps what a runtime promises: a second load is refused, a dispose ends what waits, an unknown id is unknown', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    expect(await failing(run.event('press'))).toBe('UNKNOWN_INSTANCE')
    await run.load()
    expect(await failing(run.load())).toBe('DUPLICATE_INSTANCE')
    const waiting = [failing(run.event('press')), failing(run.event('press'))]
    await recorder.runtime.dispose(run.instanceId)
    expect(await Promise.all(waiting)).toEqual(['DISPOSED', 'DISPOSED'])
    const flood = Array.from({ length: 400 }, () => failing(run.event('press')))
    await run.load()
    expect(await Promise.all(flood)).toContain('UNKNOWN_INSTANCE')
    const calls = await Promise.all(Array.from({ length: 400 }, () => failing(run.event('press'))))
    expect(new Set(calls)).toEqual(new Set(['fine', 'QUEUE_FULL']))
    expect(await failing(recorder.runtime.load({ code: 5 } as never))).toBe('PROTOCOL')
  })

  it('keeps an instance whose id was loaded again while its first load was given up', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    const first = failing(run.load())
    const disposed = recorder.runtime.dispose(run.instanceId)
    const second = run.load()
    expect(await first).toBe('DISPOSED')
    await Promise.all([disposed, second])
    await run.event('press')
    const recording = recorder.stop()
    expect(recording.entries.map(({ kind }) => kind)).toEqual(['load', 'event'])
    expect(await replay(recording)).toMatchObject({ outcome: 'same' })
  })

  it('records nothing of a call that the runtime did not take', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    run.set({ state: 'x'.repeat(2_000_000) })
    expect(await failing(run.event('press'))).toBe('PROTOCOL')
    run.set({ state: 'x' })
    await run.event('press')
    const recording = recorder.stop()
    expect(recording.entries.map(({ kind }) => kind)).toEqual(['load', 'event'])
    expect(await replay(recording)).toMatchObject({ outcome: 'same' })
  })
})

describe('instances that are stopped', () => {
  it('four times, an hour apart, are no more quarantined in the replay than they were', async () => {
    let hour = 0
    const recorder = createVmRecorder({ runtime: createVms({ now: () => hour * 3_600_000 }) })
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    for (; hour < 4; hour += 1) {
      await run.event('press')
      expect(await failing(run.event('hang'))).toBe('RUNTIME_TIMEOUT')
    }
    await run.event('press')
    const recording = recorder.stop()
    expect(recording.entries.flatMap((entry, index) => ('isRestarted' in entry ? [index] : []))).toEqual([3, 5, 7, 9])
    expect(await replay(recording)).toEqual({ outcome: 'same', compared: 10, unsettled: [] })
  })

  it('are told apart from those that the clock stopped, which are not asked again', async () => {
    let time = 0
    const recorder = createVmRecorder({ runtime: createVms({ now: () => (time += 5_000) }) })
    const run = createRun(recorder.runtime)
    recorder.start()
    // Every reading of the clock is past the deadline.
    expect(await failing(run.load())).toBe('RUNTIME_TIMEOUT')
    expect(await replay(recorder.stop())).toEqual({ outcome: 'same', compared: 0, unsettled: [0] })
  })

  it('by the fault of a neighbour replay in the fresh VM that they came back in', async () => {
    const runtime = createLosingRuntime(createVms())
    const recorder = createVmRecorder({ runtime })
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.event('press')
    await run.event('press')
    await runtime.lose(run.instanceId)
    expect((await run.event('press')).intents[1]?.payload).toEqual({ value: 1 })
    await run.event('press')
    const recording = recorder.stop()
    expect(await replay(recording)).toEqual({ outcome: 'same', compared: 5, unsettled: [] })
    const entries = recording.entries.map((entry) => {
      const { isRestarted: _, ...rest } = entry as { isRestarted?: true } & typeof entry
      return rest
    })
    expect((await replay({ ...recording, entries })).divergence).toMatchObject({ index: 3, what: 'intents' })
  })

  it('by fuel must be stopped again', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    expect(await failing(run.event('hang'))).toBe('RUNTIME_TIMEOUT')
    const report = await replay(recorder.stop(), { restless: restlessSource.replace('for (;;);', '') })
    expect(report.divergence).toMatchObject({
      what: 'error',
      recorded: { code: 'RUNTIME_TIMEOUT', details: { overrun: 'fuel' } },
    })
  })

  it('three times in a minute are quarantined for whoever recorded, not for the replay', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    for (let strike = 0; strike < 3; strike += 1) await failing(run.event('hang'))
    expect(await failing(run.event('press'))).toBe('QUARANTINED')
    const recording = recorder.stop()
    expect(recording.entries).toHaveLength(4)
    expect(await replay(recording)).toMatchObject({ outcome: 'same' })
  })

  it('leave a call that failed to start afresh as it is, and start for the next one', async () => {
    let now = 0
    const runtime = createFakeRuntime({ now: () => now })
    const recorder = createRecorder({ runtime })
    const run = createRun(recorder.runtime)
    await run.load()
    for (let strike = 0; strike < 3; strike += 1) {
      runtime.failNext(run.instanceId)
      expect(await failing(run.event('press'))).toBe('RUNTIME_TIMEOUT')
    }
    recorder.start()
    expect(await failing(run.event('press'))).toBe('QUARANTINED')
    expect(recorder.stop().entries).toEqual([])
    // Nothing is recorded any more, and the runtime no longer has it.
    expect(await failing(run.event('press'))).toBe('QUARANTINED')
    now = 60_000
    expect(await failing(run.event('press'))).toBe('fine')
    expect(await failing(run.event('press'))).toBe('fine')
  })
})

describe('a replay', () => {
  it('disturbs nobody who runs in the same runtime under the recorded id', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    await run.event('press')
    const recording = recorder.stop()
    expect(await replayRecording(recording, { runtime: recorder.runtime })).toMatchObject({ outcome: 'same' })
    expect((await run.event('press')).intents[1]?.payload).toEqual({ value: 2 })
    expect((await recorder.runtime.health()).groups.flatMap(({ instanceIds }) => instanceIds)).toEqual([run.instanceId])
  })

  it('tells how far it is, and can be stopped', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    for (let press = 0; press < 5; press += 1) await run.event('press')
    const recording = recorder.stop()
    const controller = new AbortController()
    const seen: number[] = []
    const report = await replayRecording(recording, {
      runtime: createVms(),
      signal: controller.signal,
      onProgress: ({ done, total }) => {
        seen.push(done)
        if (done === total - 2) controller.abort()
      },
    })
    expect([report.outcome, report.compared, seen]).toEqual(['stopped', 4, [1, 2, 3, 4]])
  })

  it('of a runtime that is gone says so, and finds no divergence', async () => {
    const recorder = createVmRecorder()
    const run = createRun(recorder.runtime)
    recorder.start()
    await run.load()
    const runtime = createVms()
    await runtime[Symbol.asyncDispose]()
    await expect(replayRecording(recorder.stop(), { runtime })).rejects.toMatchObject({ code: 'DISPOSED' })
  })
})
