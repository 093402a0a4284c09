import type { PluginReducer } from '@plugboard/contracts'
import type { PluginPackage } from '@plugboard/host'
import { defineLocalReducer } from '@plugboard/store-core'

import { reduceTable, type TableAction, type TableState } from './rows.ts'

/** The table as a host knows it: trusted, with a reducer of its own. */
export function createTablePackage(code: string): PluginPackage {
  return {
    manifest: { apiVersion: 1, packageId: 'table', title: 'Table', capabilities: {} },
    code,
    localReducer: defineLocalReducer(reduceTablePackage),
  }
}

const reduceTablePackage: PluginReducer<TableState> = (current, { actionType, payload }) => {
  if (!TYPES.includes(actionType)) {
    return { next: current, outcome: 'ignored', reason: 'no-local-reducer-match' }
  }
  // The payload is the one that this very package's guest made.
  const action = { ...(payload as object), type: actionType } as TableAction
  const next = reduceTable(current, action)
  return next === current ? { next, outcome: 'ignored', reason: 'no-change' } : { next, outcome: 'applied' }
}

const TYPES: readonly string[] = ['create', 'append', 'update', 'select', 'swap', 'remove', 'clear']
