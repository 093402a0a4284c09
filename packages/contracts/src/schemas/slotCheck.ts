import * as z from 'zod/mini'

import type { UINodeKind } from '../ui/uiNode.ts'
import { cell } from './kinds/table.ts'
import { nodeSchemas } from './nodeSchemas.ts'
import { compileQuickParse, UNSURE } from './quickParse.ts'

/** Whether a value may stand where a slot of a template is. */
export type SlotCheck = (value: unknown) => boolean

/** Props whose value says something of more than their own place: of handlers, of other fields, of siblings. */
const ENTANGLED: readonly string[] = ['key', 'kind', 'name', 'children', 'items', 'columns', 'rows']

/**
 * The check for one prop of one kind, so that a node which was parsed once need not be parsed again for another value of
 * that prop; null where the value alone does not tell. An absent value is not for it to judge.
 */
export function selectSlotCheck(kind: UINodeKind, prop: string): SlotCheck | null {
  // Every schema of a node is that of a strict object.
  const { shape } = nodeSchemas[kind].props as unknown as { readonly shape: Readonly<Record<string, z.ZodMiniType>> }
  const schema = Object.hasOwn(shape, prop) ? shape[prop] : undefined
  if (schema === undefined || ENTANGLED.includes(prop) || prop.startsWith('on')) return null
  return compileCheck(schema)
}

/** The check for a cell of a table. */
export const checkCell: SlotCheck = compileCheck(cell)

// What has parts counts for more than its own place: its levels, its names.
function compileCheck(schema: z.ZodMiniType): SlotCheck {
  const quick = compileQuickParse(schema)
  return (value) => isScalar(value) && (quick(value) !== UNSURE || z.safeParse(schema, value).success)
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}
