import type { ReactElement } from 'react'

/** The sign on a button that closes something. */
export function CloseMark(): ReactElement {
  return (
    <svg className="pui-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d="m2.5 2.5 7 7m0-7-7 7" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  )
}
