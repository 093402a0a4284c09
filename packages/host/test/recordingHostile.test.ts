import type { RecordedEvent, RecordedRender, Recording, RecordingEntry } from '@plugboard/contracts'
import { replayRecording } from '@plugboard/host/recording'
import { describe, expect, it } from 'vitest'

import { readEntries } from '../src/recording/readEntries.ts'
import { createRun } from './kit/recordedRun.ts'
import { createVmRecorder, createVms, replay } from './kit/vmRecorder.ts'

async function record(): Promise<Recording> {
  const recorder = createVmRecorder()
  const run = createRun(recorder.runtime)
  recorder.start()
  await run.load()
  await run.render()
  await run.event('press')
  return recorder.stop()
}

const changed = (recording: Recording, index: number, change: object): Recording => ({
  ...recording,
  entries: recording.entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry)),
})

const faultOf = (recording: Recording): Promise<unknown> =>
  replay(recording).then(
    (report) => report,
    ({ code, path }: { readonly code: string; readonly path: string }) => [code, path],
  )

describe('a recording that was tampered with', () => {
  it.each<[string, (recording: Recording) => Recording, string]>([
    ['calls what was not loaded', (r) => ({ ...r, entries: r.entries.slice(1) }), 'entries[0].instanceId'],
    [
      'calls what had not started',
      (r) => changed(r, 0, { answer: { error: { code: 'RUNTIME_CRASHED', message: '' } } }),
      'entries[1].instanceId',
    ],
    [
      'calls what was disposed of',
      (r) => ({
        ...r,
        entries: [r.entries[0], { kind: 'dispose', instanceId: 'restless@aaaaaaaa' }, r.entries[1]] as RecordingEntry[],
      }),
      'entries[2].instanceId',
    ],
    ['has a view that is none', (r) => changed(r, 1, { view: [0, [1]] }), 'entries[1].view'],
    ['has a change of what is not there', (r) => changed(r, 2, { view: [1, 'gone', []] }), 'entries[2].view'],
    [
      'has a digest that lies',
      (r) => changed(r, 1, { answer: { digest: '0'.repeat(16), tree: { kind: 'text' } } }),
      'entries[1].answer.digest',
    ],
    [
      'has a tree that fits nothing',
      (r) => changed(r, 1, { answer: { digest: '0'.repeat(16), tree: [9] } }),
      'entries[1].answer.tree',
    ],
  ])('is refused where it %s', async (_what, tamper, path) => {
    expect(await faultOf(tamper(await record()))).toEqual(['INVALID_RECORDING', path])
  })

  it('cannot keep its reader busy: a short change of a long list counts as a copy of it', async () => {
    const { entries, ...recording } = await record()
    const [load, render, event] = entries as [RecordingEntry, RecordedRender, RecordedEvent]
    const answer = { error: { code: 'RUNTIME_CRASHED', message: '' } } as const
    const pluginState = Array.from({ length: 1_000 }, () => 0)
    const long = { ...render, view: { ...(render.view as object), pluginState }, answer }
    const short = { ...event, view: [1, 'pluginState', [2, 0, 1]], answer } as RecordedEvent
    const busy = { ...recording, entries: [load, long, ...Array.from({ length: 200 }, () => short)] } as Recording
    const read = (mostWork?: number): number => [...readEntries(busy, mostWork)].length
    expect(read()).toBe(202)
    expect(() => read(100_000)).toThrow(
      expect.objectContaining({
        code: 'RECORDING_TOO_LARGE',
        path: expect.stringMatching(/^entries\[\d+\]$/) as string,
      }),
    )
  })

  it('is parsed again by whoever replays it', async () => {
    await expect(replay({ format: 'plugboard-recording' } as Recording)).rejects.toMatchObject({
      code: 'INVALID_RECORDING',
    })
  })

  it('gets no more than a multiple of what a plugin gets', async () => {
    const recording = await record()
    const limits = {
      memoryBytes: 1e12,
      fuel: { load: 1e12, render: 1e12, event: 1e12 },
      wallMs: { load: 1e12, render: 1e12, event: 1e12 },
    }
    const runtime = createVms()
    const seen: unknown[] = []
    const load = runtime.load.bind(runtime)
    runtime.load = (request) => {
      seen.push(request.limits)
      return load(request)
    }
    expect(await replayRecording(changed(recording, 0, { limits }), { runtime })).toMatchObject({ outcome: 'same' })
    expect(seen).toEqual([
      {
        memoryBytes: 1024 * 1024 * 1024,
        fuel: { load: 6_400, render: 3_200, event: 3_200 },
        wallMs: { load: 30_000, render: 10_000, event: 10_000 },
      },
    ])
  })

  it('runs apart from what the page trusts, whatever it says of its code', async () => {
    const recording = await record()
    const runtime = createVms()
    const seen: unknown[] = []
    const load = runtime.load.bind(runtime)
    runtime.load = (request) => {
      seen.push(request.trusted)
      return load(request)
    }
    expect(await replayRecording(changed(recording, 0, { trusted: true }), { runtime })).toMatchObject({
      outcome: 'same',
    })
    expect(seen).toEqual([false])
  })

  it('leaves nothing behind in the runtime, however it ended', async () => {
    const recording = await record()
    const runtime = createVms()
    for (const tampered of [
      recording,
      changed(recording, 2, { view: [9] }),
      changed(recording, 2, { handler: 'missing' }),
    ]) {
      await replayRecording(tampered, { runtime }).catch(() => undefined)
      expect((await runtime.health()).groups).toEqual([])
    }
  })
})
