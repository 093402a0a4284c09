import { test } from '@fast-check/vitest'
import type { JsonValue, PluginReducer, RuntimeState, TraceRecord } from '@plugboard/contracts'
import { createPluginStore, defineSharedDomain, envelopeOf, planUndo, type PluginStore } from '@plugboard/store-core'
import { applyPatches, type Patch } from 'immer'
import * as fc from 'fast-check'
import { expect } from 'vitest'

import { packageOf } from './sampleDomains.ts'

const ids = ['text@a', 'text@b', 'table@c'] as const
type Id = (typeof ids)[number]

/** What an instance may do to a document: of objects, nested maps, lists and counters. */
const step = fc.record({
  instanceId: fc.constantFrom(...ids),
  isShared: fc.boolean(),
  action: fc.oneof(
    fc.record({ type: fc.constant('put'), key: fc.constantFrom('x', 'y', 'length'), value: fc.integer({ max: 3 }) }),
    fc.record({
      type: fc.constant('nest'),
      key: fc.constantFrom('x', 'y'),
      inner: fc.constantFrom('p', 'q'),
      value: fc.nat(3),
    }),
    fc.record({ type: fc.constant('drop'), key: fc.constantFrom('x', 'y') }),
    fc.record({ type: fc.constant('count') }),
    fc.record({ type: fc.constant('push'), value: fc.nat(3) }),
    fc.record({ type: fc.constant('insert'), at: fc.nat(3), value: fc.nat(3) }),
    fc.record({ type: fc.constant('take'), at: fc.nat(3) }),
    fc.record({ type: fc.constant('item'), at: fc.nat(3), value: fc.nat(3) }),
    fc.record({ type: fc.constant('own'), value: fc.nat(9) }),
  ),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Document {
  readonly map: Readonly<Record<string, JsonValue>>
  readonly nested: Readonly<Record<string, Readonly<Record<string, JsonValue>>>>
  readonly list: readonly { readonly value: JsonValue }[]
  readonly count: number
  readonly by: Readonly<Record<string, JsonValue>>
}

const EMPTY: Document = {
  map: {},
  nested: {},
  list: [{ value: 'a' }, { value: 'b' }, { value: 'c' }],
  count: 0,
  by: {},
}

const reduceDocument: PluginReducer = (current, { actionType, payload }, { instanceId }) => {
  const document = current as unknown as Document
  const {
    at = 0,
    inner = '',
    key = '',
    value = 0,
  } = payload as { at?: number; inner?: string; key?: string; value?: number }
  const applied = (change: Partial<Document>) => ({
    next: { ...document, ...change } as unknown as JsonValue,
    outcome: 'applied' as const,
  })
  switch (actionType) {
    case 'put':
      return applied({ map: { ...document.map, [key]: value } })
    case 'nest':
      return applied({ nested: { ...document.nested, [key]: { ...document.nested[key], [inner]: value } } })
    case 'drop': {
      const { [key]: _gone, ...nested } = document.nested
      return applied({ nested })
    }
    case 'count':
      return applied({ count: document.count + 1 })
    case 'push':
      return applied({ list: [...document.list, { value }] })
    case 'insert':
      return applied({ list: document.list.toSpliced(at, 0, { value }) })
    case 'take':
      return applied({ list: document.list.toSpliced(at, 1) })
    case 'item':
      return applied({ list: document.list.map((item, index) => (index === at ? { value } : item)) })
    case 'own':
      return applied({ by: { ...document.by, [instanceId]: value } })
    default:
      return { next: current, outcome: 'ignored' }
  }
}

function createDocuments(): PluginStore {
  const kit = createPluginStore({
    localReducers: { text: reduceDocument, table: reduceDocument },
    sharedDomains: [
      defineSharedDomain({
        name: 'document',
        owner: 'host',
        schemaVersion: 1,
        initialState: EMPTY as unknown as JsonValue,
        reducer: reduceDocument,
      }),
    ],
    traceLimit: 10_000,
  })
  const meta = { causeSeq: null, timestamp: 1 }
  for (const instanceId of ids) {
    const identity = { instanceId, packageId: packageOf(instanceId) }
    const grants = { readShared: [], writeShared: ['document'], systemCommands: [] }
    const initialState = EMPTY as unknown as JsonValue
    kit.store.dispatch(kit.actions.instanceLoading({ identity, grants }, meta))
    const plugin = { ...identity, title: 'T', widgets: [], handlers: {}, initialState }
    kit.store.dispatch(kit.actions.instanceRegistered({ plugin }, meta))
  }
  return kit
}

function say({ store }: PluginStore, { action, instanceId, isShared }: Step): void {
  const { type, ...payload } = action
  const stamped = { actionType: type, payload, instanceId, packageId: packageOf(instanceId) }
  const intent = isShared
    ? ({ scope: 'shared', domain: 'document', ...stamped } as const)
    : ({ scope: 'plugin', ...stamped } as const)
  store.dispatch(envelopeOf(intent, { dispatchId: 'd', causeSeq: 0, timestamp: 1 }))
}

function undo({ actions, store }: PluginStore, instanceId: Id, sinceSeq = 0): void {
  store.dispatch(actions.changesUndone({ instanceId, sinceSeq }, { causeSeq: null, timestamp: 1 }))
}

const parts = ({
  pluginStateByInstance,
  shared,
}: RuntimeState): Pick<RuntimeState, 'pluginStateByInstance' | 'shared'> => ({
  pluginStateByInstance,
  shared,
})

type Leaves = ReadonlyMap<string, unknown>

/** Every scalar of the state, and the length of every list, by its path. */
function leaves(value: unknown, path = '', found = new Map<string, unknown>()): Leaves {
  if (typeof value !== 'object' || value === null) return found.set(path, value)
  if (Array.isArray(value)) found.set(`${path}/#`, value.length)
  for (const [key, item] of Object.entries(value)) leaves(item, `${path}/${key}`, found)
  return found
}

/** Who changed each leaf last, by comparing whole states: nothing of the store's patches is used. */
function lastWriters(states: readonly RuntimeState[], writers: readonly Id[]): ReadonlyMap<string, Id> {
  const last = new Map<string, Id>()
  for (const [index, writer] of writers.entries()) {
    const [before, after] = [
      leaves(parts(states[index] as RuntimeState)),
      leaves(parts(states[index + 1] as RuntimeState)),
    ]
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      if (before.get(path) !== after.get(path) || before.has(path) !== after.has(path)) last.set(path, writer)
    }
  }
  return last
}

function run(steps: readonly Step[]): { readonly kit: PluginStore; readonly states: readonly RuntimeState[] } {
  const kit = createDocuments()
  const states = [kit.store.getState()]
  for (const taken of steps) {
    say(kit, taken)
    states.push(kit.store.getState())
  }
  return { kit, states }
}

const steps = fc.array(step, { maxLength: 30 })
const RUNS = { numRuns: 300 }

test.prop([steps, fc.nat(30)], RUNS)('every place that somebody else wrote last keeps its value', (taken, since) => {
  const { kit, states } = run(taken)
  const writers = lastWriters(
    states,
    taken.map(({ instanceId }) => instanceId),
  )
  const before = leaves(parts(kit.store.getState()))
  undo(kit, 'text@a', since)
  const after = leaves(parts(kit.store.getState()))
  for (const [path, writer] of writers) {
    if (writer !== 'text@a') expect([path, after.get(path)]).toEqual([path, before.get(path)])
  }
})

test.prop([steps], RUNS)(
  'what is left is what the others and the conflicts did, as if the rest had never been',
  (taken) => {
    const { kit } = run(taken)
    const { reverted } = planUndo(kit.store.getState(), { instanceId: 'text@a', sinceSeq: 0 })
    undo(kit, 'text@a')
    // Patches that stay, carried out alone on the starting state: the inverse of their inverse is read off the two states.
    const { states } = run(taken)
    const model = createDocuments()
    let state = parts(model.store.getState())
    for (const [index, later] of states.slice(1).entries()) {
      const record = later.trace.at(-1)
      if (record?.kind !== 'dispatch' || record.outcome !== 'applied' || reverted.includes(record.seq)) continue
      state = applyPatches(state, forward(states[index] as RuntimeState, later))
    }
    expect(parts(kit.store.getState())).toEqual(state)
  },
)

/** The change from one state to the next at the places of the newest record. */
function forward(before: RuntimeState, after: RuntimeState): Patch[] {
  const record = after.trace.at(-1) as Extract<TraceRecord, { kind: 'dispatch' }>
  const paths = new Map<string, (string | number)[]>()
  for (const { op, path } of record.inverse ?? []) {
    const last = path.at(-1)
    const place = last === 'length' || (typeof last === 'number' && op !== 'replace') ? path.slice(0, -1) : [...path]
    paths.set(JSON.stringify(place), place)
  }
  return [...paths.values()].map((path) => {
    const value = valueAt(after, path)
    if (value === undefined) return { op: 'remove', path }
    return { op: valueAt(before, path) === undefined ? 'add' : 'replace', path, value }
  })
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], root)
}

test.prop([steps], RUNS)('undoing all that everybody did, one after the other, gives the starting state', (taken) => {
  const { kit, states } = run(taken)
  // Whoever wrote last is in nobody's way: going on until nothing moves ends with nothing left.
  for (let moved = true; moved;) {
    const before = kit.store.getState()
    for (const instanceId of ids) undo(kit, instanceId)
    moved = kit.store.getState() !== before
  }
  expect(parts(kit.store.getState())).toEqual(parts(states[0] as RuntimeState))
})

test.prop([steps, fc.nat(40)], RUNS)('the work of one alone comes back to where it began', (taken, since) => {
  const alone = taken.map((entry) => ({ ...entry, instanceId: 'text@a' as const }))
  const { kit, states } = run(alone)
  undo(kit, 'text@a', since)
  // The load of each instance is a record too.
  expect(parts(kit.store.getState())).toEqual(
    parts(states[Math.min(Math.max(since - ids.length, 0), taken.length)] as RuntimeState),
  )
})

test.prop([steps, fc.nat(30)], RUNS)('the preview is the effect, and undoing twice is undoing once', (taken, since) => {
  const { kit } = run(taken)
  const before = kit.store.getState()
  const plan = planUndo(before, { instanceId: 'text@a', sinceSeq: since })
  undo(kit, 'text@a', since)
  const after = kit.store.getState()
  expect(parts(after)).toEqual(applyPatches(parts(before), plan.changes as unknown as Patch[]))
  const record = after.trace.at(-1)
  if (plan.reverted.length === 0) expect(after).toBe(before)
  else
    expect(record).toMatchObject({ kind: 'undo', reverted: plan.reverted, kept: plan.conflicts.map(({ seq }) => seq) })
  undo(kit, 'text@a', since)
  expect(kit.store.getState()).toBe(after)
})

const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('say' as const), step }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('undo' as const), instanceId: fc.constantFrom(...ids), back: fc.nat(8) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redo' as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rewind' as const), back: fc.nat(12) }) },
)

test.prop([fc.array(deed, { maxLength: 40 })], RUNS)(
  'however actions, undos, redos and rewinds mix: a redo brings back the very state, and a clean slate can be reached',
  (deeds) => {
    const kit = createDocuments()
    const start = parts(kit.store.getState())
    const { actions, selectors, store } = kit
    for (const done of deeds) {
      const before = store.getState()
      switch (done.kind) {
        case 'say':
          say(kit, done.step)
          break
        case 'undo':
          undo(kit, done.instanceId, Math.max(0, selectors.selectLastSeq(before) - done.back))
          if (store.getState() !== before) {
            // At once, nothing stands in the way.
            const undone = store.getState()
            store.dispatch(
              actions.undoTakenBack({ undoSeq: selectors.selectLastSeq(undone) }, { causeSeq: null, timestamp: 1 }),
            )
            expect(parts(store.getState())).toEqual(parts(before))
            undo(kit, done.instanceId, Math.max(0, selectors.selectLastSeq(before) - done.back))
            expect(parts(store.getState())).toEqual(parts(undone))
          }
          break
        case 'redo': {
          const undos = before.trace.filter(({ kind }) => kind === 'undo' || kind === 'rewind')
          const undoSeq = undos.at(-1 - done.which)?.seq ?? 0
          store.dispatch(actions.undoTakenBack({ undoSeq }, { causeSeq: null, timestamp: 1 }))
          break
        }
        case 'rewind': {
          // Not into the loads, where there was nothing to work on.
          const toSeq = Math.max(ids.length, selectors.selectLastSeq(before) - done.back)
          store.dispatch(actions.stateRewound({ toSeq }, { causeSeq: null, timestamp: 1 }))
        }
      }
    }
    for (let moved = true; moved;) {
      const before = store.getState()
      for (const instanceId of ids) undo(kit, instanceId)
      moved = store.getState() !== before
    }
    expect(parts(store.getState())).toEqual(start)
  },
)
