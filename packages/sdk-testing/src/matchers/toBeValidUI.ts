import { toErrorShape, type UIIssue, type UINode } from '@plugboard/contracts'
import { parseUITree } from '@plugboard/contracts/schemas'

import { type MatcherContext, type MatcherResult, readPlugin, writeReport } from './matcher.ts'

/** Whether a host finds nothing wrong with what a plugin has drawn, or with a tree. */
export function toBeValidUI(context: MatcherContext, received: unknown): MatcherResult {
  const faults = isNode(received) ? findFaultsOfTree(received) : findFaultsOfPlugin(received)
  return {
    pass: faults.length === 0,
    message: () =>
      context.isNot
        ? 'Expected a UI that is not valid. The host finds nothing wrong with it.'
        : writeReport('Expected a valid UI. The host finds fault with it:', faults),
  }
}

function findFaultsOfPlugin(received: unknown): readonly string[] {
  const { error, issues, tree } = readPlugin('toBeValidUI', received)
  return [
    ...(error === null ? [] : [error.message]),
    ...(tree === null && error === null ? ['Nothing was drawn yet.'] : []),
    ...issues.map(writeIssue),
  ]
}

function findFaultsOfTree(tree: UINode): readonly string[] {
  try {
    return parseUITree(tree).issues.map(writeIssue)
  } catch (thrown) {
    return [toErrorShape(thrown).message]
  }
}

function writeIssue({ message, path }: UIIssue): string {
  return `- ${path}: ${message}`
}

function isNode(received: unknown): received is UINode {
  return typeof received === 'object' && received !== null && 'kind' in received
}
