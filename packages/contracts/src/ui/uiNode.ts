import type { AlertNode } from './kinds/alert.ts'
import type { BadgeNode } from './kinds/badge.ts'
import type { ButtonNode } from './kinds/button.ts'
import type { CodeNode } from './kinds/code.ts'
import type { ColumnNode } from './kinds/column.ts'
import type { DividerNode } from './kinds/divider.ts'
import type { EmptyNode } from './kinds/empty.ts'
import type { GridNode } from './kinds/grid.ts'
import type { HeadingNode } from './kinds/heading.ts'
import type { IconNode } from './kinds/icon.ts'
import type { InputNode } from './kinds/input.ts'
import type { InvalidNode } from './kinds/invalidNode.ts'
import type { LinkNode } from './kinds/link.ts'
import type { ListNode } from './kinds/list.ts'
import type { PanelNode } from './kinds/panel.ts'
import type { ProgressNode } from './kinds/progress.ts'
import type { RowNode } from './kinds/row.ts'
import type { SpinnerNode } from './kinds/spinner.ts'
import type { StatNode } from './kinds/stat.ts'
import type { TableNode } from './kinds/table.ts'
import type { TextNode } from './kinds/text.ts'

/** One node of a widget's UI, by kind. Data only: no functions, styles, classes, ids or addresses. */
export interface UINodeByKind {
  readonly alert: AlertNode
  readonly badge: BadgeNode
  readonly button: ButtonNode
  readonly code: CodeNode
  readonly column: ColumnNode
  readonly divider: DividerNode
  readonly empty: EmptyNode
  readonly grid: GridNode
  readonly heading: HeadingNode
  readonly icon: IconNode
  readonly input: InputNode
  readonly link: LinkNode
  readonly list: ListNode
  readonly panel: PanelNode
  readonly progress: ProgressNode
  readonly row: RowNode
  readonly spinner: SpinnerNode
  readonly stat: StatNode
  readonly table: TableNode
  readonly text: TextNode
}

/** Kinds that a plugin may send. */
export type UINodeKind = keyof UINodeByKind

/** What a plugin may send, and what the host's parser puts in place of what it refused. */
export type UINode = UINodeByKind[UINodeKind] | InvalidNode

export type NodeOf<K extends UINode['kind']> = Extract<UINode, { readonly kind: K }>

/** Every kind that a plugin may send, in alphabetical order. */
export const UI_NODE_KINDS: readonly UINodeKind[] = [
  'alert',
  'badge',
  'button',
  'code',
  'column',
  'divider',
  'empty',
  'grid',
  'heading',
  'icon',
  'input',
  'link',
  'list',
  'panel',
  'progress',
  'row',
  'spinner',
  'stat',
  'table',
  'text',
]
