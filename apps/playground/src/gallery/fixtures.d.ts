declare module 'virtual:ui-node-fixtures' {
  import type { UINode, UINodeKind } from '@plugboard/contracts'

  /** Valid nodes of every kind, as the renderers are tested with. */
  export const uiNodeFixtures: Readonly<Record<UINodeKind, readonly UINode[]>>
}
