import { createElement, type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react'

import { useChosen } from '../rows/useChosen.ts'
import { useWidget } from '../widgetContext.ts'
import { PanelHead } from './PanelHead.tsx'

export interface FoldingPanelProps {
  readonly title: string
  readonly titleId: string
  /** What the plugin said last. */
  readonly open: boolean | undefined
  readonly actions: ReactNode
  readonly children: ReactNode
}

/** What is in a panel that the person can fold. It stays mounted, so that fields keep what was typed in them. */
export function FoldingPanel({ title, titleId, open, actions, children }: FoldingPanelProps): ReactElement {
  const { headingLevel } = useWidget()
  const [isOpen = true, setOpen] = useChosen(open, Object.is)
  const toggle = useRef<HTMLButtonElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const contentId = useId()
  useLayoutEffect(() => {
    // Before the browser takes the focus from what cannot be seen any more.
    if (!isOpen && content.current?.matches(':focus-within') === true) toggle.current?.focus({ preventScroll: true })
  }, [isOpen])
  return (
    <>
      <PanelHead actions={actions}>
        {createElement(
          `h${Math.min(6, headingLevel + 1)}`,
          { className: 'pui-panel-title pui-panel-heading' },
          <button
            ref={toggle}
            type="button"
            className="pui-panel-toggle"
            aria-expanded={isOpen}
            aria-controls={contentId}
            onClick={() => setOpen(!isOpen)}
          >
            <svg className="pui-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
              <path d="m2.5 4.5 3.5 3.5 3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
            <span id={titleId}>{title}</span>
          </button>,
        )}
      </PanelHead>
      <div ref={content} id={contentId} className="pui-panel-content" hidden={!isOpen}>
        {children}
      </div>
    </>
  )
}
