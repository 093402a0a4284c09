import * as z from 'zod/mini'

import { extendPath, inspectJson, JSON_DEPTH, PATH_LENGTH } from '../jsonGuard.ts'
import { nearestName } from '../nearestName.ts'
import { DEFAULT_LIMITS, type PluginLimits } from '../pluginLimits.ts'
import { PluginRuntimeError } from '../runtimeError.ts'
import type { UIIssue, UIIssueCode } from '../ui/uiIssue.ts'
import { UI_NODE_KINDS, type UINode, type UINodeKind } from '../ui/uiNode.ts'
import { describeIssue } from './describeIssue.ts'
import { inspectTree } from './inspectTree.ts'
import type { NodeSchema } from './nodeSchema.ts'
import { nodeSchemas } from './nodeSchemas.ts'

export interface ParseUITreeOptions {
  readonly limits?: Partial<Pick<PluginLimits, 'treeDepth' | 'treeNodes'>>
  /** Handlers of the widget; event references to others become `unknown-handler` issues. Absent: not checked. */
  readonly handlers?: readonly string[]
}

export interface ParsedUITree {
  readonly tree: UINode
  readonly issues: readonly UIIssue[]
}

/** Most issues that one tree reports: a hostile tree must not choose the size of our answer. */
const MOST_ISSUES = 50

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
  const fault = inspectJson(value, { depth: JSON_DEPTH, values: MOST_VALUES })
  if (fault !== null) {
    throw invalidTree(fault.code === 'too-deep' ? 'too-deep' : 'invalid-node', fault.path, FAULT_TEXT[fault.code])
  }
  const excess = inspectTree(value, { treeDepth, treeNodes })
  if (excess !== null) throw invalidTree(excess.code, excess.path, excess.message)
  const parser = new TreeParser(options.handlers)
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

class TreeParser {
  readonly issues: UIIssue[] = []
  readonly #handlers: readonly string[] | undefined
  readonly #names = new Set<string>()

  constructor(handlers: readonly string[] | undefined) {
    this.#handlers = handlers
  }

  parse(value: unknown, path: string): UINode {
    const kind = kindOf(value)
    if (kind === undefined) return this.#refuse('invalid-node', path, value, 'is not a node: it has no "kind"')
    if (!isKnownKind(kind)) {
      const near = nearestName(kind, UI_NODE_KINDS)
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`
      return this.#refuse('unknown-kind', path, value, `has an unknown kind "${kind.slice(0, 64)}".${hint}`)
    }
    // The table is exact per kind; here the kind is only known as a union.
    const schema = nodeSchemas[kind] as NodeSchema<UINode>
    const result = z.safeParse(schema.props, value)
    if (!result.success) {
      const { path: below, message } = describeIssue(result.error.issues, KNOWN_PROPS)
      return this.#refuse('invalid-node', `${path}${below}`, value, `(${kind}) ${message}`)
    }
    this.#checkNode(result.data, path)
    if (schema.mapChildren === undefined) return result.data
    const node = schema.mapChildren(result.data, (child, below) => this.parse(child, cutPath(`${path}${below}`)))
    this.#checkSiblings(node, path)
    return node
  }

  #checkNode(node: UINode, path: string): void {
    if (node.kind === 'input') {
      if (this.#names.has(node.name)) {
        this.#report('duplicate-name', `${path}.name`, `"${node.name}" names two fields of this widget`)
      }
      this.#names.add(node.name)
    }
    if (this.#handlers !== undefined) this.#checkHandlers(node, path, this.#handlers)
  }

  #checkHandlers(node: UINode, path: string, handlers: readonly string[]): void {
    for (const [below, handler] of eventHandlers(node)) {
      if (handlers.includes(handler)) continue
      // The nearest name costs the most: it is not looked for once nobody would be told.
      if (this.issues.length >= MOST_ISSUES) return
      const near = nearestName(handler, handlers)
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`
      this.#report('unknown-handler', `${path}${below}`, `The widget has no handler "${handler}".${hint}`)
    }
  }

  #checkSiblings(node: UINode, path: string): void {
    const seen = new Set<string>()
    for (const [below, key] of siblingKeys(node)) {
      if (seen.has(key)) this.#report('duplicate-key', `${path}${below}`, `The key "${key}" is used twice`)
      seen.add(key)
    }
  }

  #refuse(code: UIIssueCode, path: string, value: unknown, message: string): UINode {
    this.#report(code, path, message)
    const key = typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined
    return {
      kind: 'invalid-node',
      ...(typeof key === 'string' && key.length > 0 && key.length <= 128 ? { key } : {}),
      path: cutPath(path),
      message,
    }
  }

  #report(code: UIIssueCode, path: string, message: string): void {
    if (this.issues.length < MOST_ISSUES) this.issues.push({ code, path: cutPath(path), message })
  }
}

function kindOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, 'kind') && typeof (value as { kind: unknown }).kind === 'string'
    ? (value as { kind: string }).kind
    : undefined
}

function isKnownKind(kind: string): kind is UINodeKind {
  return Object.hasOwn(nodeSchemas, kind)
}

/** Event references of the node itself, not of its children: `[path below the node, handler]`. */
function eventHandlers(node: UINode): [string, string][] {
  switch (node.kind) {
    case 'button':
      return refs(['.onPress', node.onPress])
    case 'input':
      return refs(['.onChange', node.onChange], ['.onCommit', node.onCommit])
    case 'alert':
      return refs(['.action.onPress', node.action?.onPress], ['.onDismiss', node.onDismiss])
    case 'list':
      return refs(...node.items.map((item, index) => [`.items[${index}].onPress`, item.onPress] as const))
    case 'table':
      return refs(...node.rows.map((row, index) => [`.rows[${index}].onPress`, row.onPress] as const))
    case 'badge':
    case 'column':
    case 'divider':
    case 'heading':
    case 'invalid-node':
    case 'panel':
    case 'progress':
    case 'row':
    case 'stat':
    case 'text':
      return []
  }
}

function refs(...entries: (readonly [string, { readonly handler: string } | undefined])[]): [string, string][] {
  return entries.flatMap(([path, ref]) => (ref === undefined ? [] : [[path, ref.handler] satisfies [string, string]]))
}

function siblingKeys(node: UINode): [string, string][] {
  switch (node.kind) {
    case 'row':
    case 'column':
    case 'panel':
      return node.children.flatMap((child, index) =>
        child.key === undefined ? [] : [[`.children[${index}].key`, child.key] satisfies [string, string]],
      )
    case 'list':
      return node.items.map((item, index) => [`.items[${index}].key`, item.key])
    case 'table':
      return node.rows.map((row, index) => [`.rows[${index}].key`, row.key])
    default:
      return []
  }
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

function cutPath(path: string): string {
  return path.length > PATH_LENGTH ? extendPath(path.slice(0, PATH_LENGTH - 1), '') : path
}

function invalidTree(code: UIIssueCode, path: string, message: string): PluginRuntimeError {
  return new PluginRuntimeError({
    code: 'INVALID_TREE',
    message: `The widget answered a tree that cannot be shown: ${path} ${message}. The last valid tree stays.`,
    details: { issue: code, path },
  })
}
