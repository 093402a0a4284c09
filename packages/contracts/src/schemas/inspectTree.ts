import { extendPath } from '../jsonGuard.ts'
import type { PluginLimits } from '../pluginLimits.ts'

export interface TreeFault {
  readonly code: 'too-deep' | 'too-many-nodes'
  readonly path: string
  readonly message: string
}

/**
 * Counts nodes (objects with a `kind`) and their nesting, without recursion. Runs after `inspectJson` has bounded the
 * JSON depth and before any schema.
 */
export function inspectTree(root: unknown, limits: Pick<PluginLimits, 'treeDepth' | 'treeNodes'>): TreeFault | null {
  const stack: { value: unknown; level: number; path: string }[] = [{ value: root, level: 0, path: 'root' }]
  let nodes = 0
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, path } = entry
    if (typeof value !== 'object' || value === null) continue
    const isNode = !Array.isArray(value) && Object.hasOwn(value, 'kind')
    const level = entry.level + (isNode ? 1 : 0)
    if (isNode) nodes += 1
    if (nodes > limits.treeNodes) {
      return { code: 'too-many-nodes', path, message: `is one node more than the ${limits.treeNodes} allowed` }
    }
    if (level > limits.treeDepth) {
      return { code: 'too-deep', path, message: `is nested deeper than ${limits.treeDepth} nodes` }
    }
    const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    for (const [step, child] of entries.toReversed()) {
      if (typeof child === 'object' && child !== null) stack.push({ value: child, level, path: extendPath(path, step) })
    }
  }
  return null
}
