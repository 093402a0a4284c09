import type { JsonValue, RuntimeState, TraceRecord } from '@plugboard/contracts'
import { defineSharedDomain, planRedo, planUndo } from '@plugboard/store-core'
import { describe, expect, it } from 'vitest'

import { createSampleStore, type SampleStore } from './sampleDomains.ts'

const meta = { causeSeq: null, timestamp: 9 }

/** A domain whose writers set the place that they name; lists by the number of an item. */
const board = defineSharedDomain<Readonly<Record<string, JsonValue>>>({
  name: 'board',
  owner: 'host',
  schemaVersion: 1,
  initialState: { list: ['one', 'two', 'three'], map: {} },
  reducer: (current, { payload }) => ({ next: { ...current, ...(payload as object) }, outcome: 'applied' }),
  onInstanceRemoved: ({ [`left`]: _left, ...rest }) => rest,
})

const EVERYTHING = { readShared: ['board'], writeShared: ['board'], systemCommands: [] }

interface Kit extends SampleStore {
  readonly write: (instanceId: string, payload: JsonValue) => number
  readonly merge: (instanceId: string, payload: JsonValue) => number
  readonly undo: (instanceId: string, sinceSeq?: number, allowPartial?: boolean) => void
  readonly redo: (undoSeq: number) => void
  readonly board: () => JsonValue | undefined
}

function createKit(options: Parameters<typeof createSampleStore>[0] = {}): Kit {
  const kit = createSampleStore({ sharedDomains: [board], ...options })
  const { actions, say, selectors, state, store } = kit
  for (const id of ['custom@a', 'custom@b']) kit.load(id, EVERYTHING)
  return {
    ...kit,
    write(instanceId, payload) {
      say(instanceId, { scope: 'shared', domain: 'board', actionType: 'set', payload })
      return selectors.selectLastSeq(state())
    },
    merge(instanceId, payload) {
      say(instanceId, { scope: 'plugin', actionType: 'state/merge', payload })
      return selectors.selectLastSeq(state())
    },
    undo: (instanceId, sinceSeq = 0, allowPartial) =>
      void store.dispatch(
        actions.changesUndone(
          { instanceId, sinceSeq, ...(allowPartial === undefined ? {} : { allowPartial }) },
          { causeSeq: null, timestamp: 9 },
        ),
      ),
    redo: (undoSeq) => void store.dispatch(actions.undoTakenBack({ undoSeq }, meta)),
    board: () => state().shared['board'],
  }
}

function last(state: RuntimeState): TraceRecord | undefined {
  return state.trace.at(-1)
}

describe('undo by author', () => {
  it('takes back what one instance did, its own state and shared state, and leaves the work of others', () => {
    const { board: read, merge, state, undo, write } = createKit()
    merge('custom@a', { value: 1 })
    write('custom@a', { mine: 1 })
    write('custom@b', { yours: 2 })
    merge('custom@b', { value: 5 })
    merge('custom@a', { value: 2 })
    undo('custom@a')
    expect(state().pluginStateByInstance).toEqual({ 'custom@a': { value: 0 }, 'custom@b': { value: 5 } })
    expect(read()).toEqual({ list: ['one', 'two', 'three'], map: {}, yours: 2 })
    expect(last(state())).toMatchObject({
      kind: 'undo',
      instanceId: 'custom@a',
      causeSeq: null,
      sinceSeq: 0,
      reverted: [3, 4, 7],
      kept: [],
    })
  })

  it('takes back only what came after the point', () => {
    const { merge, state, undo } = createKit()
    const point = merge('custom@a', { value: 1 })
    merge('custom@a', { value: 2 })
    undo('custom@a', point)
    expect(state().pluginStateByInstance['custom@a']).toEqual({ value: 1 })
  })

  it('keeps what was overwritten, and names what overwrote it and where', () => {
    const { board: read, state, undo, write } = createKit()
    const first = write('custom@a', { title: 'a', other: 'a' })
    const second = write('custom@b', { title: 'b' })
    const third = write('custom@a', { more: 'a' })
    expect(planUndo(state(), { instanceId: 'custom@a', sinceSeq: 0 })).toMatchObject({
      reverted: [third],
      conflicts: [{ seq: first, by: [{ seq: second, instanceId: 'custom@b' }], paths: [['shared', 'board', 'title']] }],
    })
    undo('custom@a')
    expect(read()).toMatchObject({ title: 'b', other: 'a' })
    expect(read()).not.toHaveProperty('more')
    expect(last(state())).toMatchObject({ reverted: [third], kept: [first] })
  })

  it('keeps what a dispatch that stays was built upon', () => {
    const { state, write } = createKit()
    const oldest = write('custom@a', { deep: { x: 1 } })
    const middle = write('custom@a', { deep: { x: 2 } })
    const newest = write('custom@b', { deep: { x: 3 } })
    const { conflicts, reverted } = planUndo(state(), { instanceId: 'custom@a', sinceSeq: 0 })
    expect(reverted).toEqual([])
    expect(conflicts.map(({ by, seq }) => [seq, by.map((overwrite) => overwrite.seq)])).toEqual([
      [oldest, [middle]],
      [middle, [newest]],
    ])
  })

  it('sees what was written inside of what it made, and around what it wrote', () => {
    const inside = createKit()
    inside.write('custom@a', { map: { made: {} } })
    inside.write('custom@b', { map: { made: { byB: 1 } } })
    expect(planUndo(inside.state(), { instanceId: 'custom@a', sinceSeq: 0 }).reverted).toEqual([])
    const around = createKit()
    around.write('custom@a', { map: { x: 1 } })
    around.write('custom@b', { map: 'gone' })
    expect(planUndo(around.state(), { instanceId: 'custom@a', sinceSeq: 0 }).reverted).toEqual([])
  })

  it('tells items of a list apart while none moves, and takes a list as one when its length changes', () => {
    const still = createKit()
    still.write('custom@a', { list: ['A', 'two', 'three'] })
    still.write('custom@b', { list: ['A', 'two', 'B'] })
    still.undo('custom@a')
    expect(still.board()).toMatchObject({ list: ['one', 'two', 'B'] })
    const grown = createKit()
    grown.write('custom@a', { list: ['one', 'two', 'three', 'A'] })
    grown.write('custom@b', { list: ['B', 'two', 'three', 'A'] })
    expect(planUndo(grown.state(), { instanceId: 'custom@a', sinceSeq: 0 }).reverted).toEqual([])
    const shrunk = createKit()
    shrunk.write('custom@a', { list: ['one', 'two', 'A'] })
    shrunk.write('custom@b', { list: ['two', 'A'] })
    expect(planUndo(shrunk.state(), { instanceId: 'custom@a', sinceSeq: 0 }).reverted).toEqual([])
  })

  it('does nothing the second time, and leaves no second record', () => {
    const { merge, state, undo } = createKit()
    merge('custom@a', { value: 1 })
    undo('custom@a')
    const after = state()
    undo('custom@a')
    expect(state()).toBe(after)
  })

  it('counts what was taken back as never done, for everybody', () => {
    const { board: read, state, undo, write } = createKit()
    write('custom@b', { title: 'b' })
    write('custom@a', { title: 'a' })
    undo('custom@a')
    expect(planUndo(state(), { instanceId: 'custom@b', sinceSeq: 0 }).conflicts).toEqual([])
    undo('custom@b')
    expect(read()).not.toHaveProperty('title')
  })

  it('says which dispatches are undone, and by which record', () => {
    const { merge, redo, selectors, state, undo } = createKit()
    const seq = merge('custom@a', { value: 1 })
    expect(selectors.selectUndoneBy(state(), seq)).toBeUndefined()
    undo('custom@a')
    const undoSeq = selectors.selectLastSeq(state())
    expect(selectors.selectUndoneBy(state(), seq)).toBe(undoSeq)
    redo(undoSeq)
    expect(selectors.selectUndoneBy(state(), seq)).toBeUndefined()
  })

  it('takes back shared writes of an instance that is gone; its own state went with it, by the host', () => {
    const { actions, board: read, merge, state, store, undo, write } = createKit()
    const local = merge('custom@a', { value: 1 })
    write('custom@a', { mine: 1 })
    store.dispatch(actions.instanceRemoved({ instanceId: 'custom@a' }, meta))
    const removal = last(state())
    expect(planUndo(state(), { instanceId: 'custom@a', sinceSeq: 0 }).conflicts).toEqual([
      { seq: local, by: [{ seq: removal?.seq }], paths: [['pluginStateByInstance', 'custom@a', 'value']] },
    ])
    undo('custom@a')
    expect(read()).not.toHaveProperty('mine')
    expect(state().pluginStateByInstance).not.toHaveProperty('custom@a')
  })

  it('counts what a domain forgot of an unloaded instance as written by the host', () => {
    const { actions, state, store, write } = createKit()
    const seq = write('custom@a', { left: 1 })
    const other = write('custom@a', { right: 1 })
    store.dispatch(actions.instanceRemoved({ instanceId: 'custom@b' }, meta))
    const removal = last(state())
    expect(removal).toMatchObject({
      kind: 'dispose',
      writes: [
        ['pluginStateByInstance', 'custom@b'],
        ['shared', 'board', 'left'],
      ],
    })
    expect(planUndo(state(), { instanceId: 'custom@a', sinceSeq: 0 })).toMatchObject({
      reverted: [other],
      conflicts: [{ seq, by: [{ seq: removal?.seq }] }],
    })
  })

  it('records state that the host replaces by itself, and counts it as a later write', () => {
    const { actions, merge, state, store } = createKit()
    const seq = merge('custom@a', { value: 1 })
    const plugin = { instanceId: 'custom@a', packageId: 'custom', title: 'T', widgets: [], handlers: {} }
    store.dispatch(actions.instanceRegistered({ plugin }, meta))
    expect(last(state())?.seq).toBe(seq)
    store.dispatch(actions.instanceRegistered({ plugin, state: { value: 7 } }, meta))
    expect(last(state())).toEqual({
      seq: seq + 1,
      causeSeq: null,
      at: 9,
      kind: 'state',
      writes: [['pluginStateByInstance', 'custom@a']],
      inverse: [{ op: 'replace', path: ['pluginStateByInstance', 'custom@a', 'value'], value: 1 }],
    })
    expect(planUndo(state(), { instanceId: 'custom@a', sinceSeq: 0 }).conflicts).toMatchObject([
      { seq, by: [{ seq: seq + 1 }] },
    ])
  })

  it('does nothing when records since the point have left the trace, unless a part is enough', () => {
    const { merge, state, undo } = createKit({ traceLimit: 3 })
    for (let value = 1; value <= 5; value += 1) merge('custom@a', { value })
    expect(planUndo(state(), { instanceId: 'custom@a', sinceSeq: 2 })).toMatchObject({
      missing: { fromSeq: 3, toSeq: 4 },
      reverted: [5, 6, 7],
    })
    const before = state()
    undo('custom@a', 2)
    expect(state()).toBe(before)
    undo('custom@a', 4)
    expect(state().pluginStateByInstance['custom@a']).toEqual({ value: 2 })
  })

  it('takes back the part that is left when that is enough', () => {
    const { merge, state, undo } = createKit({ traceLimit: 3 })
    for (let value = 1; value <= 5; value += 1) merge('custom@a', { value })
    undo('custom@a', 0, true)
    expect(state().pluginStateByInstance['custom@a']).toEqual({ value: 2 })
  })

  it('believes its own records, whatever else an action says', () => {
    const { merge, state, store } = createKit()
    merge('custom@a', { value: 1 })
    const before = state()
    const patches = [{ op: 'replace', path: ['pluginStateByInstance', 'custom@b', 'value'], value: 'stolen' }]
    const forged = { kind: 'undo', instanceId: 'custom@a', sinceSeq: 0, reverted: [3], kept: [], inverse: patches }
    store.dispatch({ type: 'plugins/traceRecorded', payload: forged, meta })
    store.dispatch({ type: 'plugins/traceRecorded', payload: { kind: 'state', writes: [] }, meta })
    store.dispatch({ type: 'plugins/changesUndone', payload: { instanceId: 'custom@a', sinceSeq: -1 }, meta })
    store.dispatch({ type: 'plugins/changesUndone', payload: { instanceId: 7, sinceSeq: 0 }, meta })
    store.dispatch({ type: 'plugins/undoTakenBack', payload: { undoSeq: 'x' }, meta })
    expect(state()).toBe(before)
    store.dispatch({
      type: 'plugins/changesUndone',
      payload: { instanceId: 'custom@a', sinceSeq: 0, changes: patches },
      meta,
    })
    expect(state().pluginStateByInstance).toEqual({ 'custom@a': { value: 0 }, 'custom@b': { value: 0 } })
  })

  it('keeps a dispatch whose record fits nothing in the state', () => {
    const { merge, reducer, state, actions } = createKit()
    const seq = merge('custom@a', { deep: { x: 1 } })
    merge('custom@a', { value: 1 })
    const [first, second, third, fourth] = state().trace
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error()
    const inverse = [{ op: 'replace', path: ['pluginStateByInstance', 'custom@a', 'no', 'where'], value: 1 }]
    const restored = { ...state(), trace: [first, second, { ...third, inverse }, fourth] } as RuntimeState
    expect(planUndo(restored, { instanceId: 'custom@a', sinceSeq: 0 }).conflicts).toEqual([{ seq, by: [], paths: [] }])
    const after = reducer(restored, actions.changesUndone({ instanceId: 'custom@a', sinceSeq: 0 }, meta))
    expect(after.pluginStateByInstance['custom@a']).toMatchObject({ value: 0, deep: { x: 1 } })
  })

  it('counts what an undo keeps in the bounds of the trace, and what a small action replaced', () => {
    const { merge, state, undo } = createKit({ traceSize: 60_000 })
    merge('custom@a', { text: 'x'.repeat(40_000) })
    merge('custom@a', { text: '' })
    expect(state().trace.map(({ seq }) => seq)).toEqual([4])
    undo('custom@a', 3)
    expect(last(state())?.kind).toBe('undo')
    merge('custom@b', { text: 'y'.repeat(40_000) })
    merge('custom@b', { text: '' })
    expect(state().trace.map(({ seq }) => seq)).toEqual([7])
  })
})

describe('an undo that is taken back', () => {
  it('brings back all that it had taken back, which can then be undone again', () => {
    const { merge, redo, selectors, state, undo, write } = createKit()
    merge('custom@a', { value: 1 })
    write('custom@a', { mine: 1 })
    const done = state()
    undo('custom@a')
    redo(selectors.selectLastSeq(state()))
    expect(state().pluginStateByInstance).toEqual(done.pluginStateByInstance)
    expect(state().shared).toEqual(done.shared)
    expect(last(state())).toMatchObject({ kind: 'redo', instanceId: 'custom@a', undoSeq: 5, restored: [3, 4] })
    undo('custom@a')
    expect(state().pluginStateByInstance['custom@a']).toEqual({ value: 0 })
  })

  it('is refused whole when something was written there since, and says by what', () => {
    const { redo, selectors, state, undo, write } = createKit()
    write('custom@a', { title: 'a', other: 'a' })
    undo('custom@a')
    const undoSeq = selectors.selectLastSeq(state())
    const later = write('custom@b', { title: 'b' })
    expect(planRedo(state(), undoSeq)).toMatchObject({
      restored: [],
      conflicts: [{ seq: later, instanceId: 'custom@b' }],
    })
    const before = state()
    redo(undoSeq)
    expect(state()).toBe(before)
  })

  it('counts a later undo as a write until that is taken back', () => {
    const { redo, selectors, state, undo, write } = createKit()
    write('custom@a', { title: 'a' })
    write('custom@b', { title: 'b' })
    undo('custom@b')
    const undoSeq = selectors.selectLastSeq(state())
    undo('custom@a')
    expect(planRedo(state(), undoSeq)?.conflicts).toMatchObject([{ seq: undoSeq + 1 }])
    redo(undoSeq)
    expect(state().shared['board']).not.toHaveProperty('title')
    redo(undoSeq + 1)
    expect(planRedo(state(), undoSeq + 1)).toBeNull()
    expect(state().shared['board']).toMatchObject({ title: 'a' })
    redo(undoSeq)
    expect(state().shared['board']).toMatchObject({ title: 'b' })
  })

  it('is nothing, and throws nothing, where the record does not fit the state', () => {
    const { actions, merge, reducer, selectors, state, undo } = createKit()
    merge('custom@a', { value: 1 })
    undo('custom@a')
    const undoSeq = selectors.selectLastSeq(state())
    const inverse = [{ op: 'replace', path: ['pluginStateByInstance', 'custom@a', 'no', 'where'], value: 1 }]
    const trace = state().trace.map((record) => (record.seq === undoSeq ? { ...record, inverse } : record))
    const restored = { ...state(), trace } as RuntimeState
    expect(planRedo(restored, undoSeq)).toMatchObject({ restored: [], conflicts: [], changes: [] })
    expect(reducer(restored, actions.undoTakenBack({ undoSeq }, meta))).toBe(restored)
  })

  it('is nothing for a record that is no undo, is not there, or was taken back before', () => {
    const { merge, redo, selectors, state, undo } = createKit()
    const seq = merge('custom@a', { value: 1 })
    undo('custom@a')
    const undoSeq = selectors.selectLastSeq(state())
    expect(planRedo(state(), seq)).toBeNull()
    expect(planRedo(state(), 99)).toBeNull()
    redo(undoSeq)
    expect(planRedo(state(), undoSeq)).toBeNull()
  })
})
