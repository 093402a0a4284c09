import * as z from 'zod/mini'

import type { UINode } from '../ui/uiNode.ts'
import { describeIssue } from './describeIssue.ts'
import { MOST_PARTS, type NodeSchema } from './nodeSchema.ts'
import type { KnownTreeParts } from './treeFacts.ts'

/** A node with its own props parsed, or what is wrong with them. */
export type ParsedProps =
  | { readonly success: true; readonly node: UINode }
  | { readonly success: false; readonly path: string; readonly message: string }

/** Parses the props of one node. Items and rows that were parsed before stay what they are. */
export function parseProps(schema: NodeSchema<UINode>, value: object, known: KnownTreeParts): ParsedProps {
  const prop = schema.parts
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
  const fresh = places.map((place): unknown => parts[place])
  const result = z.safeParse(schema.props, { ...value, [prop]: fresh })
  if (!result.success) return describe(result.error.issues, (index) => places[index] ?? index, prop)
  const merged: unknown[] = [...(parts as readonly unknown[])]
  // The prop is the schema's own, and holds a list.
  const parsed = (result.data as unknown as Record<string, readonly unknown[]>)[prop] ?? []
  for (const [index, place] of places.entries()) merged[place] = parsed[index]
  return { success: true, node: { ...result.data, [prop]: merged } as UINode }
}

function parseWhole(schema: NodeSchema<UINode>, value: object): ParsedProps {
  const result = z.safeParse(schema.props, value)
  return result.success ? { success: true, node: result.data } : describe(result.error.issues)
}

type Issues = Parameters<typeof describeIssue>[0]

function describe(issues: Issues, placeOf?: (index: number) => number, prop?: string): ParsedProps {
  const moved = issues.map((issue) => {
    const [first, index, ...rest] = issue.path
    if (placeOf === undefined || first !== prop || typeof index !== 'number') return issue
    return { ...issue, path: [first, placeOf(index), ...rest] }
  }) as Issues // The path alone was replaced.
  return { success: false, ...describeIssue(moved, KNOWN_PROPS) }
}

const KNOWN_PROPS = [
  'label',
  'text',
  'title',
  'value',
  'max',
  'tone',
  'gap',
  'align',
  'children',
  'items',
  'columns',
  'rows',
  'caption',
  'name',
  'onPress',
  'onChange',
  'onCommit',
  'onDismiss',
  'variant',
  'disabled',
  'placeholder',
  'notify',
]
