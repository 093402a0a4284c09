import { fc, test as property } from '@fast-check/vitest'
import type { RuntimeState, TraceRecord } from '@plugboard/contracts'
import { describe, expect, it } from 'vitest'

import { TraceStream } from './traceStream.ts'

interface Bench {
  readonly stream: TraceStream
  readonly faults: unknown[]
  /** How often the state was asked for. */
  readonly reads: () => number
  /** Adds records to a ring of `limit`, as one action does. */
  readonly act: (records?: number) => void
  /** Sets the store back to its beginning. */
  readonly reset: () => void
}

function createBench(limit = 100): Bench {
  let trace: readonly TraceRecord[] = []
  let reads = 0
  const faults: unknown[] = []
  const stream = new TraceStream({
    readState: () => {
      reads += 1
      return { trace } as RuntimeState // The stream looks at nothing else.
    },
    onFault: (cause) => faults.push(cause),
  })
  return {
    stream,
    faults,
    reads: () => reads,
    act: (records = 1) => {
      for (let count = 0; count < records; count += 1) {
        const record = {
          seq: (trace.at(-1)?.seq ?? 0) + 1,
          causeSeq: null,
          at: 0,
          kind: 'restart',
          attempt: 1,
        } as const
        trace = [...trace, record].slice(-limit)
      }
      stream.notice()
    },
    reset: () => {
      trace = []
      stream.notice()
    },
  }
}

const seqs = (records: readonly TraceRecord[]): readonly number[] => records.map(({ seq }) => seq)

describe('TraceStream', () => {
  it('looks at nothing while nobody listens', async () => {
    const { act, reads, stream } = createBench()
    act(3)
    expect(reads()).toBe(0)
    const stop = stream.subscribe(() => undefined)
    const before = reads()
    act()
    expect(reads()).toBeGreaterThan(before)
    stop()
    await Promise.resolve()
    const after = reads()
    act()
    expect(reads()).toBe(after)
  })

  it('hands on what comes after the subscription, the records of a turn together', async () => {
    const { act, stream } = createBench()
    act(2)
    const batches: (readonly number[])[] = []
    stream.subscribe((records) => batches.push(seqs(records)))
    act()
    act(2)
    expect(batches).toEqual([])
    await Promise.resolve()
    act()
    await Promise.resolve()
    expect(batches).toEqual([[3, 4, 5], [6]])
  })

  it('loses nothing that a small ring drops within the turn', async () => {
    const { act, stream } = createBench(2)
    const heard: number[] = []
    stream.subscribe((records) => heard.push(...seqs(records)))
    for (let count = 0; count < 9; count += 1) act()
    await Promise.resolve()
    expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('keeps the order when a listener brings records about', async () => {
    const { act, stream } = createBench()
    const heard: number[] = []
    stream.subscribe((records) => {
      if (records.some(({ seq }) => seq === 1)) act(2)
    })
    stream.subscribe((records) => heard.push(...seqs(records)))
    act()
    act()
    await Promise.resolve()
    await Promise.resolve()
    expect(heard).toEqual([1, 2, 3, 4])
  })

  it('reports a listener that throws, and tells the others', async () => {
    const { act, faults, stream } = createBench()
    const heard: number[] = []
    stream.subscribe(() => {
      throw new Error('listener')
    })
    stream.subscribe((records) => heard.push(...seqs(records)))
    act()
    await Promise.resolve()
    expect(faults).toEqual([new Error('listener')])
    expect(heard).toEqual([1])
  })

  it('tells a listener nothing after it ended, though another ended it just now', async () => {
    const { act, stream } = createBench()
    const heard: number[] = []
    const stops: (() => void)[] = []
    stream.subscribe(() => stops.forEach((stop) => stop()))
    stops.push(stream.subscribe((records) => heard.push(...seqs(records))))
    act()
    await Promise.resolve()
    expect(heard).toEqual([])
  })

  it('goes on with the new numbers of a store that was set back', async () => {
    const { act, reset, stream } = createBench()
    const heard: number[] = []
    act(5)
    stream.subscribe((records) => heard.push(...seqs(records)))
    reset()
    act(2)
    await Promise.resolve()
    expect(heard).toEqual([1, 2])
  })
})

property.prop([fc.array(fc.constantFrom('act', 'turn', 'join'), { maxLength: 40 })])(
  'every listener hears each record from its beginning on, once and in order',
  async (steps) => {
    const { act, stream } = createBench(3)
    let newest = 0
    const listeners: { readonly from: number; readonly heard: number[] }[] = []
    for (const step of steps) {
      if (step === 'turn') await Promise.resolve()
      else if (step === 'act') {
        act()
        newest += 1
      } else {
        const heard: number[] = []
        listeners.push({ from: newest, heard })
        stream.subscribe((records) => heard.push(...seqs(records)))
      }
    }
    stream.flush()
    for (const { from, heard } of listeners) {
      expect(heard).toEqual(Array.from({ length: newest - from }, (_, index) => from + index + 1))
    }
  },
)
