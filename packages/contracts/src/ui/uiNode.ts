import type { AlertNode } from './kinds/alert.ts'
import type { BadgeNode } from './kinds/badge.ts'
import type { ButtonNode } from './kinds/button.ts'
import type { CheckboxNode } from './kinds/checkbox.ts'
import type { CodeNode } from './kinds/code.ts'
import type { ColumnNode } from './kinds/column.ts'
import type { CustomNode } from './kinds/custom.ts'
import type { DialogNode } from './kinds/dialog.ts'
import type { DividerNode } from './kinds/divider.ts'
import type { EmptyNode } from './kinds/empty.ts'
import type { FormNode } from './kinds/form.ts'
import type { GridNode } from './kinds/grid.ts'
import type { HeadingNode } from './kinds/heading.ts'
import type { IconNode } from './kinds/icon.ts'
import type { ImageNode } from './kinds/image.ts'
import type { InputNode } from './kinds/input.ts'
import type { InvalidNode } from './kinds/invalidNode.ts'
import type { LinkNode } from './kinds/link.ts'
import type { ListNode } from './kinds/list.ts'
import type { PanelNode } from './kinds/panel.ts'
import type { ProgressNode } from './kinds/progress.ts'
import type { RadioNode } from './kinds/radio.ts'
import type { RowNode } from './kinds/row.ts'
import type { SelectNode } from './kinds/select.ts'
import type { SpinnerNode } from './kinds/spinner.ts'
import type { StatNode } from './kinds/stat.ts'
import type { SwitchNode } from './kinds/switch.ts'
import type { TableNode } from './kinds/table.ts'
import type { TabsNode } from './kinds/tabs.ts'
import type { TextNode } from './kinds/text.ts'
import type { TextareaNode } from './kinds/textarea.ts'

/** One node of a widget's UI, by kind. Data only: no functions, styles, classes, ids or addresses. */
export interface UINodeByKind {
  readonly alert: AlertNode
  readonly badge: BadgeNode
  readonly button: ButtonNode
  readonly checkbox: CheckboxNode
  readonly code: CodeNode
  readonly column: ColumnNode
  readonly custom: CustomNode
  readonly dialog: DialogNode
  readonly divider: DividerNode
  readonly empty: EmptyNode
  readonly form: FormNode
  readonly grid: GridNode
  readonly heading: HeadingNode
  readonly icon: IconNode
  readonly image: ImageNode
  readonly input: InputNode
  readonly link: LinkNode
  readonly list: ListNode
  readonly panel: PanelNode
  readonly progress: ProgressNode
  readonly radio: RadioNode
  readonly row: RowNode
  readonly select: SelectNode
  readonly spinner: SpinnerNode
  readonly stat: StatNode
  readonly switch: SwitchNode
  readonly table: TableNode
  readonly tabs: TabsNode
  readonly text: TextNode
  readonly textarea: TextareaNode
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
  'checkbox',
  'code',
  'column',
  'custom',
  'dialog',
  'divider',
  'empty',
  'form',
  'grid',
  'heading',
  'icon',
  'image',
  'input',
  'link',
  'list',
  'panel',
  'progress',
  'radio',
  'row',
  'select',
  'spinner',
  'stat',
  'switch',
  'table',
  'tabs',
  'text',
  'textarea',
]
