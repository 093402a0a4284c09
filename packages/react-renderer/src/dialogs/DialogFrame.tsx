import type { A11y, Size } from '@plugboard/contracts'
import {
  createElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  use,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { createPortal } from 'react-dom'

import { useA11y } from '../a11yProps.ts'
import { CloseMark } from '../kinds/CloseMark.tsx'
import { useOverflow } from '../useOverflow.ts'
import { useWidget } from '../widgetContext.ts'
import { DialogsContext, ParentDialogContext } from './dialogContext.ts'
import type { DialogEntry } from './dialogStack.ts'

export interface DialogFrameProps {
  readonly title: string
  /** The person wants it closed. Whether it goes is up to whoever draws it. */
  readonly onClose: () => void
  readonly size?: Size | undefined
  readonly a11y?: A11y | undefined
  /** A question of the host's, on a plugin's behalf: says so, and takes the focus to `first`. */
  readonly question?: { readonly first: RefObject<HTMLElement | null> }
  readonly children: ReactNode
  readonly footer?: ReactNode
}

/**
 * An open dialog, drawn over the widget that it belongs to and over nothing else. It is modal by making the rest of the
 * widget inert. It does not say `aria-modal`, which is said to the whole page: screen readers would hide the host's.
 */
export function DialogFrame({
  title,
  onClose,
  size,
  a11y,
  question,
  children,
  footer,
}: DialogFrameProps): ReactElement {
  const { headingLevel } = useWidget()
  const dialogs = use(DialogsContext)
  const parent = use(ParentDialogContext)
  const place = useRef<HTMLSpanElement>(null)
  const element = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const first = question?.first
  const entry = useMemo(
    (): DialogEntry => ({
      place,
      element,
      parent,
      isAnswer: first !== undefined,
      ...(first === undefined ? {} : { first }),
    }),
    [parent, first],
  )
  useLayoutEffect(() => dialogs?.open(entry), [dialogs, entry])
  const onEscape = useEscape(onClose)
  const overflows = useOverflow(body)
  const id = useId()
  const extra = useA11y(a11y)
  const drawn = (
    <ParentDialogContext value={entry}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a dialog, of one kind or the other */}
      <div
        ref={element}
        className="pui-dialog"
        role={question === undefined ? 'dialog' : 'alertdialog'}
        data-size={size}
        // The focus starts here and not on a button: whoever was typing presses nothing by surprise.
        tabIndex={-1}
        aria-labelledby={a11y?.label === undefined ? `${id}-title` : undefined}
        aria-describedby={question === undefined ? undefined : `${id}-body`}
        onKeyDown={onEscape}
        {...extra}
      >
        <div className="pui-dialog-head">
          <div className="pui-dialog-words">
            {question === undefined ? null : <p className="pui-dialog-asker">This plugin asks:</p>}
            {createElement(
              `h${Math.min(6, headingLevel + 1)}`,
              { id: `${id}-title`, className: 'pui-heading', 'data-level': 1 },
              title,
            )}
          </div>
          {question === undefined ? (
            <button type="button" className="pui-button pui-dismiss" aria-label="Close" onClick={onClose}>
              <CloseMark />
            </button>
          ) : null}
        </div>
        {/* A tab stop only when it has to be scrolled. */}
        <div
          ref={body}
          id={`${id}-body`}
          className="pui-dialog-body"
          {...(overflows ? { tabIndex: 0, role: 'group', 'aria-labelledby': `${id}-title` } : {})}
        >
          {children}
        </div>
        {footer === undefined ? null : <div className="pui-dialog-foot">{footer}</div>}
      </div>
    </ParentDialogContext>
  )
  const layer = dialogs?.layer ?? null
  return (
    <>
      <span ref={place} hidden />
      {layer === null ? drawn : createPortal(drawn, layer)}
    </>
  )
}

/**
 * Escape, as long as nothing inside has a use for it. It is kept from the page only the first time: a plugin that leaves
 * its dialog open must not hold back a key that the host waits for.
 */
function useEscape(onClose: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  const hasAsked = useRef(false)
  return (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    // A dialog that is in this one in the tree is beside it on the page.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
    if (!hasAsked.current) event.preventDefault()
    hasAsked.current = true
    onClose()
  }
}
