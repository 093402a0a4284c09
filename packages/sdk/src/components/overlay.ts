import type { DialogNode, TabsNode } from '@plugboard/contracts'

import { createElement, createNode } from '../ui/createNode.ts'
import type { DialogOptions, TabsOptions, TextValue } from '../ui/nodeOptions.ts'
import { toNodes, type UIChild } from '../ui/uiChild.ts'
import type { WithName } from './choice.ts'
import type { WithChildren } from './layout.ts'

export interface TabProps {
  /** Unique among the tabs. */
  readonly id: string
  readonly label: string
  readonly badge?: string
  readonly content: UIChild
}

export interface TabsProps extends Omit<TabsOptions, 'key'>, WithName {
  /** 1 to 20. */
  readonly tabs: readonly TabProps[]
}

/** Several views of which one is seen. */
export function Tabs({ tabs, ...options }: TabsProps): TabsNode {
  return createNode('tabs', {
    ...options,
    tabs: tabs.map(({ content, ...tab }) => ({ ...tab, children: toNodes(content) })),
  })
}

export interface DialogProps extends Omit<DialogOptions, 'key'>, WithChildren {
  readonly title: TextValue
}

/** Something to be dealt with before the rest of the widget. */
export function Dialog(props: DialogProps): DialogNode {
  return createElement('dialog', props, 'children')
}
