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
  {
    name: 'what was typed, against older answers',
    file: 'packages/react-renderer/src/drafts/draftField.ts',
    find: 'acknowledged < this.#draft.rev',
    replace: 'acknowledged < 0',
    project: 'react-renderer',
    tests: 'drafts/',
  },
  {
    name: 'forms of the host around fields',
    file: 'packages/react-renderer/src/kinds/useFieldParts.tsx',
    find: "form: '',",
    replace: 'form: undefined as never,',
    project: 'react-renderer-browser',
    tests: 'fields',
  },
  {
    name: 'checks of a form before it is sent',
    file: 'packages/react-renderer/src/kinds/Form.tsx',
    find: 'if (faulty.length === 0) {',
    replace: 'if (faulty.length >= 0) {',
    project: 'react-renderer-browser',
    tests: 'forms',
  },
]
