import type { ReactElement } from 'react'

export function DividerView(): ReactElement {
  return <hr className="pui-divider" />
}
