import type { UIEventRef } from '../uiEvent.ts'
import type { UINode } from '../uiNode.ts'
import type { NodeBase } from '../vocabulary.ts'

/** Several views of which one is seen. Which one belongs to the host; the plugin hears of it. */
export interface TabsNode extends NodeBase {
  readonly kind: 'tabs'
  /** Unique in its widget. */
  readonly name: string
  readonly label: string
  /** 1 to 20. */
  readonly tabs: readonly Tab[]
  /** The id of the tab that the plugin wants to be seen, once it has heard of every change. The first when absent. */
  readonly selected?: string
  /** Sends `change` with the id of the tab. */
  readonly onChange?: UIEventRef
}

export interface Tab {
  /** Unique among the tabs. */
  readonly id: string
  readonly label: string
  /** A count or a word beside the label. At most 20 characters. */
  readonly badge?: string
  readonly children: readonly UINode[]
}
