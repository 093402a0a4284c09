import type { JsonValue } from '../../json.ts'
import type { UIEventRef } from '../uiEvent.ts'
import type { UINode } from '../uiNode.ts'
import type { NodeBase } from '../vocabulary.ts'

/** A component of the host's own. What it takes and sends is the host's to say. */
export interface CustomNode extends NodeBase {
  readonly kind: 'custom'
  /** `vendor/Name`. */
  readonly component: string
  /** Checked by the host, by the component's own schema. */
  readonly props?: Readonly<Record<string, JsonValue>>
  /** By the component's names of events; sends `custom`. */
  readonly events?: Readonly<Record<string, UIEventRef>>
  /** Nodes for the places that the component keeps open, by their names. */
  readonly slots?: Readonly<Record<string, readonly UINode[]>>
  /** Drawn by a host that does not have the component, or did not grant it. At most 20 nodes. */
  readonly fallback?: readonly UINode[]
}
