/**
 * Stands where a node was that the host could not accept, so that its siblings are still drawn. Made by the host's
 * parser only: a plugin that sends this kind gets an unknown kind.
 */
export interface InvalidNode {
  readonly kind: 'invalid-node'
  readonly key?: string
  /** Where in the tree, as in the issue. */
  readonly path: string
  readonly message: string
}
