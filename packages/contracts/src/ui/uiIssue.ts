export const UI_ISSUE_CODES = [
  'too-deep',
  'too-many-nodes',
  'too-large',
  'invalid-node',
  'unknown-kind',
  'duplicate-key',
  'duplicate-name',
  'unknown-handler',
] as const

export type UIIssueCode = (typeof UI_ISSUE_CODES)[number]

/** One thing wrong with a tree, and where. The rest of the tree is shown. */
export interface UIIssue {
  readonly code: UIIssueCode
  /** As `root.children[1].label`. */
  readonly path: string
  readonly message: string
}
