import type { InputNode } from '@plugboard/contracts'
import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react'

import { useWidget } from '../widgetContext.ts'
import type { Draft } from './Draft.ts'

/** The host's draft of an input, kept in step with the trees that arrive. */
export function useDraft(node: InputNode, field: RefObject<HTMLInputElement | null>): { draft: Draft; text: string } {
  const { drafts, snapshot, emit } = useWidget()
  const { name, value, onChange, onCommit } = node
  const acknowledged = Object.hasOwn(snapshot.acknowledged, name) ? (snapshot.acknowledged[name] ?? 0) : 0
  const [draft] = useState(() => drafts.get(name, { text: value ?? '', rev: acknowledged, send: () => undefined }))
  const text = useSyncExternalStore(draft.subscribe, draft.getText, draft.getText)

  useEffect(() => {
    draft.setSend((type, sent, rev) => {
      const ref = type === 'change' ? onChange : onCommit
      if (ref === undefined) return
      emit(ref.handler, { type, name, value: sent, rev, ...(ref.args === undefined ? {} : { args: ref.args }) })
    })
  }, [draft, emit, name, onChange, onCommit])

  // Every snapshot counts, also one with an equal value: only its acknowledgement may have changed.
  useLayoutEffect(() => {
    const element = field.current
    const isFocused = element !== null && element.ownerDocument.activeElement === element
    draft.reconcile(value, acknowledged, isFocused ? caretOf(element) : null)
  }, [draft, snapshot, value, acknowledged, field])

  // One commit later than the rewrite: React has put the text in place by then.
  useLayoutEffect(() => {
    const caret = draft.takePendingCaret()
    if (caret !== null) field.current?.setSelectionRange(caret, caret)
  }, [draft, text, field])

  return { draft, text }
}

// Types like `number` and `email` have no selection; reading it gives null.
function caretOf(element: HTMLInputElement): number | null {
  return element.selectionStart
}
