import {
  UI_BUILDERS,
  UI_NODE_KINDS,
  type AlertNode,
  type BadgeNode,
  type ButtonNode,
  type CodeNode,
  type ColumnNode,
  type DividerNode,
  type EmptyNode,
  type GridNode,
  type HeadingNode,
  type IconNode,
  type InputNode,
  type LinkNode,
  type ListItem,
  type ListNode,
  type PanelNode,
  type ProgressNode,
  type RowNode,
  type SpinnerNode,
  type StatNode,
  type TableNode,
  type TextNode,
  type Tone,
  type UINode,
  type UINodeKind,
  type CheckboxNode,
  type CustomNode,
  type DialogNode,
  type FormNode,
  type ImageNode,
  type RadioNode,
  type SelectNode,
  type SwitchNode,
  type TabsNode,
  type TextareaNode,
  type FieldOption,
  type SelectOption,
  type Tab,
} from '@plugboard/contracts'

import { block } from './block.ts'
import type { UIBlock } from './blockTypes.ts'
import { createNode } from './createNode.ts'
import { each } from './each.ts'
import type { UIEach } from './eachTypes.ts'
import type {
  AlertOptions,
  BadgeOptions,
  ButtonOptions,
  CodeOptions,
  ColumnOptions,
  EmptyOptions,
  GridOptions,
  HeadingOptions,
  IconOptions,
  InputOptions,
  ListOptions,
  NodeOptions,
  PanelOptions,
  ProgressOptions,
  RowOptions,
  SpinnerOptions,
  StatOptions,
  TableOptions,
  TextOptions,
  TextValue,
  CheckboxOptions,
  CustomOptions,
  DialogOptions,
  FormOptions,
  ImageOptions,
  RadioOptions,
  SelectOptions,
  SwitchOptions,
  TabsOptions,
  TextareaOptions,
} from './nodeOptions.ts'
import type { UIChild } from './uiChild.ts'

/** One function per kind of node. The VM hands the same ones to a plugin's factory. */
export interface UIBuilders {
  alert(tone: Tone, title: TextValue, options?: AlertOptions): AlertNode
  badge(text: TextValue, options?: BadgeOptions): BadgeNode
  button(label: TextValue, options?: ButtonOptions): ButtonNode
  checkbox(name: string, options: CheckboxOptions): CheckboxNode
  code(text: TextValue, options?: CodeOptions): CodeNode
  column(children: UIChild, options?: ColumnOptions): ColumnNode
  custom(component: string, options?: CustomOptions): CustomNode
  dialog(title: TextValue, children: UIChild, options: DialogOptions): DialogNode
  divider(options?: NodeOptions): DividerNode
  empty(title: TextValue, options?: EmptyOptions): EmptyNode
  form(name: string, children: UIChild, options: FormOptions): FormNode
  grid(children: UIChild, options?: GridOptions): GridNode
  heading(text: TextValue, options?: HeadingOptions): HeadingNode
  icon(name: string, options?: IconOptions): IconNode
  image(src: string, alt: TextValue, options?: ImageOptions): ImageNode
  input(name: string, options: InputOptions): InputNode
  link(text: TextValue, href: string, options?: NodeOptions): LinkNode
  list(label: TextValue, items: readonly ListItem[], options?: ListOptions): ListNode
  panel(children: UIChild, options?: PanelOptions): PanelNode
  progress(label: TextValue, value: number | null, options?: ProgressOptions): ProgressNode
  radio(name: string, options: readonly FieldOption[], more: RadioOptions): RadioNode
  row(children: UIChild, options?: RowOptions): RowNode
  select(name: string, options: readonly SelectOption[], more: SelectOptions): SelectNode
  spinner(label: TextValue, options?: SpinnerOptions): SpinnerNode
  stat(label: TextValue, value: TextValue, options?: StatOptions): StatNode
  switch(name: string, options: SwitchOptions): SwitchNode
  table(options: TableOptions): TableNode
  tabs(name: string, tabs: readonly Tab[], options: TabsOptions): TabsNode
  text(text: TextValue, options?: TextOptions): TextNode
  textarea(name: string, options: TextareaOptions): TextareaNode
}

/** The builders, and what makes many nodes at once. */
export interface UITools extends UIBuilders {
  /** A keyed row for each item; with a `memo`, only those are drawn and sent that changed. */
  readonly each: UIEach
  /** A template that is declared once: after that a node is the values of its slots. */
  readonly block: UIBlock
}

/**
 * Builds nodes: `ui.stat('Total', 7, { tone: 'positive' })`. Made from the same table as the VM's own builders, so that
 * both give the same nodes.
 */
export const ui: UITools = /* @__PURE__ */ createBuilders()

function createBuilders(): UITools {
  const builders: Partial<Record<UINodeKind, (...args: readonly unknown[]) => UINode>> = {}
  for (const kind of UI_NODE_KINDS) builders[kind] = (...args) => build(kind, args)
  // One entry per kind; the parameters of each are what UIBuilders declares, which the type tests hold to the table.
  return Object.freeze({ ...builders, block, each }) as unknown as UITools
}

function build(kind: UINodeKind, args: readonly unknown[]): UINode {
  const { positional } = UI_BUILDERS[kind]
  const options = args[positional.length]
  const given = positional.map((prop, index) => [prop, args[index]] as const).filter(([, value]) => value !== undefined)
  return createNode(kind, { ...(typeof options === 'object' ? options : {}), ...Object.fromEntries(given) })
}
