import { inspectJson, JSON_DEPTH } from '@plugboard/contracts'
import { parseUITree, type KnownTreeParts, type TreePartFacts, type TreePartRole } from '@plugboard/contracts/schemas'

import { compileTemplate, type CompiledTemplate } from './blockTemplate.ts'
import { measureJson } from './measureJson.ts'

/** Most blocks of one widget, and most characters of their templates together. */
export const MOST_BLOCKS = 1_000
const MOST_LENGTH = 1024 * 1024

/** How often a block may be tried with values that turn out to be wrong, before each of its nodes is parsed for itself. */
const MOST_TRIALS = 3

/** A template of one widget, and what is known of the nodes that are made of it. */
export interface Block extends CompiledTemplate {
  readonly template: object
  readonly slots: number
  readonly role: TreePartRole
  /** Characters of the template, which a node of it is not counted below. */
  readonly length: number
  /** What is known of every node whose slots pass their checks; null until one was parsed. */
  facts: TreePartFacts | null
  trials: number
}

/** Blocks by number. */
export type Blocks = ReadonlyMap<number, Block>

/**
 * The blocks with those that a guest declared: a list of number, count of slots, template. Null when something in the list
 * is none, or they are too many.
 */
export function declareBlocks(declared: unknown, blocks: Blocks): Blocks | null {
  if (!Array.isArray(declared)) return null
  const all = new Map(blocks)
  for (const entry of declared as readonly unknown[]) {
    if (!Array.isArray(entry)) return null
    const [number, slots, template] = entry as readonly unknown[] // a list of anything
    const block = compileBlock(template, slots)
    if (!isCount(number) || block === null) return null
    all.set(number, block)
  }
  let length = 0
  for (const block of all.values()) length += block.length
  return all.size > MOST_BLOCKS || length > MOST_LENGTH ? null : all
}

/** Parses a node of a block by itself, until one was right. */
export function tryBlock(block: Block, part: object, handlers: readonly string[]): void {
  if (block.facts !== null || block.trials >= MOST_TRIALS) return
  block.trials += 1
  const known: KnownTreeParts = new WeakMap()
  const kept = new Map<object, object | null>([[part, null]])
  try {
    const limits = { treeNodes: MOST_LENGTH, treeDepth: JSON_DEPTH }
    parseUITree(around(block.role, part), { limits, handlers, known, kept })
  } catch {
    return
  }
  const parsed = kept.get(part)
  if (parsed !== null && parsed !== undefined) block.facts = known.get(parsed) ?? null
}

function compileBlock(template: unknown, slots: unknown): Block | null {
  if (typeof template !== 'object' || template === null || !isCount(slots)) return null
  if (inspectJson(template) !== null) return null
  const length = measureJson(template)?.length ?? 0
  const role = Object.hasOwn(template, 'kind') ? 'node' : Object.hasOwn(template, 'cells') ? 'row' : 'item'
  try {
    return { ...compileTemplate(template, slots), template, slots, role, length, facts: null, trials: 0 }
  } catch {
    return null
  }
}

function around(role: TreePartRole, part: object): object {
  switch (role) {
    case 'node':
      return { kind: 'column', children: [part] }
    case 'item':
      return { kind: 'list', label: 'block', items: [part] }
    default:
      return { kind: 'table', caption: 'block', columns: [{ id: 'block', header: 'block' }], rows: [part] }
  }
}

/** Whether a value may number something. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
