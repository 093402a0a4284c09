import * as z from 'zod/mini'

import type { UINode } from '../ui/uiNode.ts'
import { describeIssue } from './describeIssue.ts'
import { MOST_PARTS, partsProp, type NodeSchema } from './nodeSchema.ts'
import { propsAt } from './propsAt.ts'
import { compileQuickParse, UNSURE, type QuickParse } from './quickParse.ts'
import type { KnownTreeParts } from './treeFacts.ts'

/** A node with its own props parsed, or what is wrong with them. */
export type ParsedProps =
  | { readonly success: true; readonly node: UINode }
  | { readonly success: false; readonly path: string; readonly message: string }

/** Parses the props of one node. Items and rows that were parsed before stay what they are. */
export function parseProps(schema: NodeSchema<UINode>, value: object, known: KnownTreeParts): ParsedProps {
  const prop = partsProp(schema)
  const parts: unknown = prop === undefined ? undefined : (value as Record<string, unknown>)[prop]
  if (prop === undefined || !Array.isArray(parts)) return parseWhole(schema, value)
  const role = prop === 'items' ? 'item' : 'row'
  const isKnown = (part: unknown): boolean =>
    typeof part === 'object' && part !== null && known.get(part)?.role === role
  const places: number[] = []
  for (let index = 0; index < parts.length; index += 1) if (!isKnown(parts[index])) places.push(index)
  if (places.length === parts.length) return parseWhole(schema, value)
  if (parts.length > MOST_PARTS) {
    return { success: false, path: `.${prop}`, message: `is too long or too large: at most ${MOST_PARTS}` }
  }
  const fresh = { ...value, [prop]: places.map((place): unknown => parts[place]) }
  const result = parseWhole(schema, fresh, { prop, places })
  if (!result.success) return result
  const merged: unknown[] = [...(parts as readonly unknown[])]
  // The prop is the schema's own, and holds a list.
  const parsed = (result.node as unknown as Record<string, readonly unknown[]>)[prop] ?? []
  for (const [index, place] of places.entries()) merged[place] = parsed[index]
  return { success: true, node: { ...result.node, [prop]: merged } as UINode }
}

/** Where the parts that are parsed stand among all of the node's. */
interface Places {
  readonly prop: string
  readonly places: readonly number[]
}

function parseWhole(schema: NodeSchema<UINode>, value: object, places?: Places): ParsedProps {
  const quick = quickParseOf(schema)(value)
  // It is what the schema would give.
  if (quick !== UNSURE) return { success: true, node: quick as UINode }
  const result = z.safeParse(schema.props, value)
  return result.success ? { success: true, node: result.data } : describe(schema, result.error.issues, places)
}

const quickParsers = new WeakMap<object, QuickParse>()

function quickParseOf({ props }: NodeSchema<UINode>): QuickParse {
  let parse = quickParsers.get(props)
  if (parse === undefined) quickParsers.set(props, (parse = compileQuickParse(props)))
  return parse
}

type Issues = Parameters<typeof describeIssue>[0]

function describe(schema: NodeSchema<UINode>, issues: Issues, places?: Places): ParsedProps {
  const moved = issues.map((issue) => {
    const [first, index, ...rest] = issue.path
    if (places === undefined || first !== places.prop || typeof index !== 'number') return issue
    return { ...issue, path: [first, places.places[index] ?? index, ...rest] }
  }) as Issues // The path alone was replaced.
  return { success: false, ...describeIssue(moved, propsAt(schema.props, issues[0]?.path ?? [])) }
}
