import { extendPath } from '../jsonGuard.ts'
import type { PluginLimits } from '../pluginLimits.ts'
import { isOpenDialog, type KnownTreeParts } from './treeFacts.ts'

export interface TreeFault {
  readonly code: 'too-deep' | 'too-many-nodes'
  readonly path: string
  readonly message: string
}

type TreeLimits = Pick<PluginLimits, 'treeDepth' | 'treeNodes'>

/** Dialogs that are open at once. One can be used; for each of them a renderer moves the focus and what lies behind. */
const OPEN_DIALOGS = 8

/**
 * Counts nodes (objects with a `kind`), their nesting and open dialogs, without recursion. Runs after `inspectJson` has bounded the
 * JSON depth and before any schema. Parts that are known count as they did.
 */
export function inspectTree(root: unknown, limits: TreeLimits, known?: KnownTreeParts): TreeFault | null {
  // Paths are written in a second walk, which is there only when there is something to say.
  return fits(root, limits, known) ? null : findFault(root, limits, known)
}

function fits(root: unknown, limits: TreeLimits, known: KnownTreeParts | undefined): boolean {
  if (typeof root !== 'object' || root === null) return true
  const values: object[] = [root]
  const levels: number[] = [0]
  let nodes = 0
  let dialogs = 0
  for (let value = values.pop(); value !== undefined; value = values.pop()) {
    let level = levels.pop() ?? 0
    const facts = known?.get(value)
    if (facts !== undefined) {
      nodes += facts.nodes
      dialogs += facts.dialogs
      if (nodes > limits.treeNodes || level + facts.levels > limits.treeDepth || dialogs > OPEN_DIALOGS) return false
      continue
    }
    if (!Array.isArray(value) && Object.hasOwn(value, 'kind')) {
      nodes += 1
      level += 1
      if (isOpenDialog(value)) dialogs += 1
      if (nodes > limits.treeNodes || level > limits.treeDepth || dialogs > OPEN_DIALOGS) return false
    }
    for (const child of Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value)) {
      if (typeof child !== 'object' || child === null) continue
      values.push(child)
      levels.push(level)
    }
  }
  return true
}

function findFault(root: unknown, limits: TreeLimits, known: KnownTreeParts | undefined): TreeFault | null {
  const stack: { value: unknown; level: number; path: string }[] = [{ value: root, level: 0, path: 'root' }]
  let nodes = 0
  let dialogs = 0
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, path } = entry
    if (typeof value !== 'object' || value === null) continue
    const facts = known?.get(value)
    const isNode = !Array.isArray(value) && Object.hasOwn(value, 'kind')
    const level = entry.level + (facts?.levels ?? (isNode ? 1 : 0))
    nodes += facts?.nodes ?? (isNode ? 1 : 0)
    dialogs += facts?.dialogs ?? (isNode && isOpenDialog(value) ? 1 : 0)
    if (dialogs > OPEN_DIALOGS) {
      return { code: 'too-many-nodes', path, message: `is one open dialog more than the ${OPEN_DIALOGS} allowed` }
    }
    if (nodes > limits.treeNodes) {
      return { code: 'too-many-nodes', path, message: `is one node more than the ${limits.treeNodes} allowed` }
    }
    if (level > limits.treeDepth) {
      return { code: 'too-deep', path, message: `is nested deeper than ${limits.treeDepth} nodes` }
    }
    if (facts !== undefined) continue
    const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    for (const [step, child] of entries.toReversed()) {
      if (typeof child === 'object' && child !== null) stack.push({ value: child, level, path: extendPath(path, step) })
    }
  }
  return null
}
