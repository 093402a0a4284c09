import type { WidgetSnapshot } from '@plugboard/contracts'
import { isStopped } from '@plugboard/contracts/rendering'
import { type ReactElement, type ReactNode, useLayoutEffect, useState } from 'react'

import { DialogsContext } from './dialogContext.ts'
import { DialogStack } from './dialogStack.ts'

export interface DialogStageProps {
  readonly snapshot: WidgetSnapshot
  /** The widget's tree, drawn. */
  readonly children: ReactNode
}

/**
 * Where a widget's tree is drawn, and its dialogs over it. Beside what the host says about the widget, and not over it.
 * There before the tree is: a tree may come with a dialog that is open.
 */
export function DialogStage({ snapshot, children }: DialogStageProps): ReactElement {
  const [dialogs] = useState(() => new DialogStack())
  const { setLayer, setPage } = dialogs
  // With each snapshot, after the dialogs of its tree were opened: effects of children run first.
  useLayoutEffect(() => dialogs.settle())
  const takesNothing = isStopped(snapshot)
  return (
    <div className="pui-tree" hidden={snapshot.tree === null} inert={takesNothing} data-stopped={takesNothing}>
      <div ref={setPage} className="pui-page">
        <DialogsContext value={dialogs}>{children}</DialogsContext>
      </div>
      <div ref={setLayer} className="pui-layer" />
    </div>
  )
}
