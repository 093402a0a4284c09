import { inspectJson, JSON_DEPTH } from '../jsonGuard.ts'
import { DEFAULT_LIMITS, type PluginLimits } from '../pluginLimits.ts'
import { PluginRuntimeError } from '../runtimeError.ts'
import type { UIIssue, UIIssueCode } from '../ui/uiIssue.ts'
import type { UINode } from '../ui/uiNode.ts'
import { inspectTree } from './inspectTree.ts'
import type { KnownTreeParts } from './treeFacts.ts'
import { TreeParser } from './TreeParser.ts'

export interface ParseUITreeOptions {
  readonly limits?: Partial<Pick<PluginLimits, 'treeDepth' | 'treeNodes'>>
  /** Handlers of the widget; event references to others become `unknown-handler` issues. Absent: not checked. */
  readonly handlers?: readonly string[]
  /**
   * Parts that were parsed before, with these handlers: where one of them stands in the tree, by reference, it is not
   * looked into again. It counts as it did.
   */
  readonly known?: KnownTreeParts
  /**
   * Parts of the value that may come again: each is set to what was parsed from it, which is known from then on, or to
   * null when there was an issue in it.
   */
  readonly kept?: Map<object, object | null>
}

export interface ParsedUITree {
  readonly tree: UINode
  readonly issues: readonly UIIssue[]
}

/** Most values of any type in one tree: what fits into the bytes out, were each a single character. */
const MOST_VALUES = DEFAULT_LIMITS.bytesOut

/**
 * Parses what a render answered. A node that is not valid, or of an unknown kind, is replaced by an `invalid-node` and
 * reported; its siblings stay.
 *
 * @throws PluginRuntimeError `INVALID_TREE` when the tree is over a budget, is not JSON, or its root is not a node.
 */
export function parseUITree(value: unknown, options: ParseUITreeOptions = {}): ParsedUITree {
  const { treeDepth = DEFAULT_LIMITS.treeDepth, treeNodes = DEFAULT_LIMITS.treeNodes } = options.limits ?? {}
  const { known, kept } = options
  const fault = inspectJson(value, {
    depth: JSON_DEPTH,
    values: MOST_VALUES,
    ...(known === undefined ? {} : { known }),
  })
  if (fault !== null) {
    throw invalidTree(fault.code === 'too-deep' ? 'too-deep' : 'invalid-node', fault.path, FAULT_TEXT[fault.code])
  }
  const excess = inspectTree(value, { treeDepth, treeNodes }, known)
  if (excess !== null) throw invalidTree(excess.code, excess.path, excess.message)
  const parser = new TreeParser({ handlers: options.handlers, known: known ?? new WeakMap(), kept: kept ?? new Map() })
  const tree = parser.parse(value, 'root')
  if (tree.kind === 'invalid-node') throw invalidTree(parser.issues[0]?.code ?? 'invalid-node', tree.path, tree.message)
  return { tree, issues: parser.issues }
}

const FAULT_TEXT = {
  'too-deep': `is nested deeper than ${JSON_DEPTH} levels of JSON`,
  'too-many-values': 'has too many values',
  'forbidden-key': 'is not an allowed key',
  'not-json': 'is not JSON data',
} as const

function invalidTree(code: UIIssueCode, path: string, message: string): PluginRuntimeError {
  return new PluginRuntimeError({
    code: 'INVALID_TREE',
    message: `The widget answered a tree that cannot be shown: ${path} ${message}. The last valid tree stays.`,
    details: { issue: code, path },
  })
}
