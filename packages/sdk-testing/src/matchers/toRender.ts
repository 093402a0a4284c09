import type { UINode } from '@plugboard/contracts'

import { namesOf } from '../nodeNames.ts'
import { visibleNodes } from '../visibleNodes.ts'
import type { Judged, MatcherResult } from './matcher.ts'

/**
 * Whether a node is seen in the widget: its tree, or any node in it, equals what is expected. Write that as JSX or as plain
 * data, with asymmetric matchers where anything goes. Props that are undefined do not count.
 */
export function toRender({ context, plugin }: Judged, expected: UINode): MatcherResult {
  const { tree } = plugin
  const nodes = tree === null ? [] : visibleNodes([tree])
  return {
    pass: nodes.some((node) => context.equals(node, expected)),
    message: () => {
      const { diff, printExpected } = context.utils
      if (context.isNot) return `Expected the widget not to show ${printExpected(expected)}`
      if (tree === null) return `Expected the widget to show ${printExpected(expected)}\n  Nothing was drawn yet.`
      const nearest = findNearest(nodes, expected)
      const what = nearest === tree ? 'the whole tree' : `the ${nearest.kind} that is nearest to it`
      return `Expected the widget to show this ${expected.kind}; below it stands beside ${what}.\n${diff(expected, nearest) ?? ''}`
    },
  }
}

/** What was probably meant: of its kind and name, else of its kind, else the whole tree. */
function findNearest(nodes: readonly UINode[], expected: UINode): UINode {
  const alike = nodes.filter(({ kind }) => kind === expected.kind)
  const names = namesOf(expected)
  // There is a first one: it was drawn.
  return alike.find((node) => namesOf(node).some((name) => names.includes(name))) ?? alike[0] ?? (nodes[0] as UINode)
}
