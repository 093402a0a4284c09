import type { Guard } from './guard.ts'

/** What keeps a tree from reaching the page around it. */
export const pageGuards: readonly Guard[] = [
  {
    name: 'box of a widget',
    file: 'packages/react-renderer/src/WidgetBox.tsx',
    find: "contain: 'layout paint style'",
    replace: "contain: 'none'",
    project: 'react-renderer-browser',
    tests: 'box',
  },
  {
    name: 'addresses of links, where they are drawn',
    file: 'packages/react-renderer/src/kinds/Link.tsx',
    find: 'if (!isLinkAddress(href))',
    replace: 'if (!isLinkAddress(href) && href === undefined)',
    project: 'react-renderer-browser',
    tests: 'box',
  },
]
