import type { ReactElement } from 'react'

import { useWidget } from '../widgetContext.ts'

/** A sign of the host's set; a dot where the set has no such name. */
export function IconMark({ name }: { readonly name: string }): ReactElement {
  const { icons } = useWidget()
  // Own properties only: the name is a word that a plugin chose.
  const Mark = Object.hasOwn(icons, name) ? icons[name] : undefined
  if (Mark !== undefined) return <Mark aria-hidden className="pui-icon-mark" focusable="false" />
  return (
    <svg className="pui-icon-mark" data-missing="true" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="3" fill="currentColor" />
    </svg>
  )
}
