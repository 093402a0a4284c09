import type { UIEvent, UINode } from '@plugboard/contracts'
import { useCallback, useSyncExternalStore, type ReactElement } from 'react'

import { DrawNode } from './drawNode.tsx'

/** The trees of several widgets; each widget listens to its own. */
export class NaiveTrees {
  readonly #trees = new Map<string, UINode>()
  readonly #listeners = new Map<string, () => void>()

  get(instanceId: string): UINode | undefined {
    return this.#trees.get(instanceId)
  }

  set(instanceId: string, tree: UINode): void {
    this.#trees.set(instanceId, tree)
    this.#listeners.get(instanceId)?.()
  }

  listen(instanceId: string, listener: () => void): () => void {
    this.#listeners.set(instanceId, listener)
    return () => this.#listeners.delete(instanceId)
  }
}

interface NaiveWidgetsProps {
  readonly instanceIds: readonly string[]
  readonly trees: NaiveTrees
  readonly emit: (instanceId: string, handler: string, event: UIEvent) => void
}

/** All widgets, each in a section. */
export function NaiveWidgets({ instanceIds, trees, emit }: NaiveWidgetsProps): readonly ReactElement[] {
  return instanceIds.map((instanceId) => (
    <section key={instanceId}>
      <NaiveWidget instanceId={instanceId} trees={trees} emit={emit} />
    </section>
  ))
}

interface NaiveWidgetProps extends Omit<NaiveWidgetsProps, 'instanceIds'> {
  readonly instanceId: string
}

function NaiveWidget({ instanceId, trees, emit }: NaiveWidgetProps): ReactElement | null {
  const subscribe = useCallback((listener: () => void) => trees.listen(instanceId, listener), [trees, instanceId])
  const tree = useSyncExternalStore(subscribe, () => trees.get(instanceId))
  if (tree === undefined) return null
  return <DrawNode node={tree} emit={(handler, event) => emit(instanceId, handler, event)} />
}
