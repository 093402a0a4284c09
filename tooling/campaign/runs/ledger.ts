import {
  isPlainObject,
  type InstanceId,
  type JsonObject,
  type JsonValue,
  type PluginReducer,
  type SharedDomainDefinition,
} from '@plugboard/contracts'
import type { PluginPackage } from '@plugboard/host'

import { createRandom } from './random.ts'

/**
 * What an event does: adds, or fails in one of the ways in which a plugin can. What fails asks for something first, so
 * that anything of it that is applied shows.
 */
export type EventKind = 'add' | 'fail' | 'loop' | 'stuck'

/** A plugin that adds what it is sent to its own state, twice, and to a shared domain. */
export const LEDGER_CODE = `definePlugin(({ ui }) => ({
  title: 'Ledger', initialState: { count: 0, sum: 0, chain: 0, signed: 0 },
  widgets: { main: {
    render({ pluginState }) { return ui.text(pluginState.count + ' entries') },
    handlers: {
      add(ctx, { args }) {
        ctx.dispatchPluginAction('add', args)
        ctx.dispatchSharedAction('totals', 'add', args)
        ctx.dispatchPluginAction('sign', args)
      },
      fail(ctx, { args }) { ctx.dispatchPluginAction('add', args); throw new Error('This event fails.') },
      loop(ctx, { args }) { ctx.dispatchPluginAction('add', args); for (;;); },
      stuck(ctx, { args }) { ctx.dispatchPluginAction('add', args); new Array(1e9) + '' },
    },
  } },
}))`

/** Entries as they were folded into a state: how many, their sum, and their numbers in order. */
export interface Entries extends JsonObject {
  readonly count: number
  readonly sum: number
  /** Differs when an entry is missing, doubled or out of turn. */
  readonly chain: number
}

const NONE: Entries = { count: 0, sum: 0, chain: 0 }

function addEntry(
  { chain, count, sum }: Entries,
  { by, number }: { readonly by: number; readonly number: number },
): Entries {
  return { count: count + 1, sum: sum + by, chain: (Math.imul(chain, 31) + number) | 0 }
}

/** The package's own reducer: `add` takes an entry in, `sign` counts that it was. */
export const reduceLedger: PluginReducer = (current, { actionType, payload }) => {
  const state = current as Entries & { readonly signed: number } // The store hands it only its own results.
  if (!isEntry(payload)) return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload' }
  if (actionType === 'add') return { next: { ...state, ...addEntry(state, payload) }, outcome: 'applied' }
  return { next: { ...state, signed: state.signed + 1 }, outcome: 'applied' }
}

export const ledgerPackage: PluginPackage = {
  manifest: {
    apiVersion: 1,
    packageId: 'ledger',
    title: 'Ledger',
    stateVersion: 1,
    capabilities: { readShared: [], writeShared: ['totals'], systemCommands: [] },
  },
  code: LEDGER_CODE,
  localReducer: reduceLedger,
}

/** What each instance added, kept by a domain that all of them write. */
export const totalsDomain: SharedDomainDefinition = {
  name: 'totals',
  owner: 'host',
  schemaVersion: 1,
  initialState: {},
  reducer: (current, { payload }, { instanceId }) => {
    const totals = current as Readonly<Record<InstanceId, Entries>> // As above.
    if (!isEntry(payload)) return { next: current, outcome: 'ignored', reason: 'invalid-payload:payload' }
    return { next: { ...totals, [instanceId]: addEntry(totals[instanceId] ?? NONE, payload) }, outcome: 'applied' }
  },
}

/** What a source sends: the same for the same seed and number, whenever it is asked. */
export function eventOf(seed: number, number: number, kinds: readonly EventKind[]) {
  const random = createRandom(Math.imul(seed, 7919) + number)
  const kind: EventKind = kinds.length > 0 && random.oneIn(KIND_EVERY) ? random.pick(kinds) : 'add'
  return { kind, args: { number, by: 1 + random.below(9) } }
}

/** One event in so many is not an ordinary one. */
const KIND_EVERY = 25

/** What an instance must hold once all events up to a number were handled: the fold of what was applied. */
export class LedgerModel {
  readonly #seed: number
  readonly #kinds: readonly EventKind[]
  /** Ordinary events that were used up without being applied: something stopped them. */
  readonly spent: Set<number> = new Set()
  /** Where the fold has got to: numbers only go up, but a killed client may go back to what was committed. */
  #at = { number: 0, entries: NONE }

  constructor(seed: number, kinds: readonly EventKind[]) {
    this.#seed = seed
    this.#kinds = kinds
  }

  /** Events past this number are not handled any more, and come again. */
  goBackTo(number: number): void {
    for (const each of this.spent) if (each > number) this.spent.delete(each)
    if (number < this.#at.number) this.#at = { number: 0, entries: NONE }
  }

  /** @param number - Not below that of the last call, unless the model went back. */
  after(number: number): Entries {
    let { entries } = this.#at
    for (let next = this.#at.number + 1; next <= number; next += 1) {
      const { args, kind } = eventOf(this.#seed, next, this.#kinds)
      if (kind === 'add' && !this.spent.has(next)) entries = addEntry(entries, args)
    }
    this.#at = { number, entries }
    return entries
  }
}

/** Entries that a state lacks and has too often, against what it must hold. */
export interface Deviation {
  readonly lost: number
  readonly doubled: number
}

/** Compares what an instance holds, in its own state and in the domain, with what it must hold. */
export function compareEntries(
  expected: Entries,
  own: JsonValue | undefined,
  shared: JsonValue | undefined,
): Deviation {
  let [lost, doubled] = [0, 0]
  const signed = isPlainObject(own) ? Number(own['signed']) : 0
  for (const found of [readEntries(own), readEntries(shared), { ...readEntries(own), count: signed }]) {
    lost += Math.max(0, expected.count - found.count)
    doubled += Math.max(0, found.count - expected.count)
    // As many, but not the same ones.
    if (found.count === expected.count && (found.sum !== expected.sum || found.chain !== expected.chain)) {
      lost += 1
      doubled += 1
    }
  }
  return { lost, doubled }
}

function readEntries(value: JsonValue | undefined): Entries {
  if (!isPlainObject(value)) return NONE
  return { count: Number(value['count']), sum: Number(value['sum']), chain: Number(value['chain']) }
}

function isEntry(value: unknown): value is { readonly by: number; readonly number: number } {
  return isPlainObject(value) && typeof value['by'] === 'number' && typeof value['number'] === 'number'
}
