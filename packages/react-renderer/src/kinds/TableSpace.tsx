import type { ReactElement } from 'react'

export interface TableSpaceProps {
  /** In pixels. */
  readonly height: number
  /** Columns that it goes over. */
  readonly width: number
  /** The place of the row that it stands for, where there is one to come. */
  readonly place?: number
}

/** Room in a table: of the rows that are not drawn, or of one row that is not here yet. It has nothing to say. */
export function TableSpace({ height, place, width }: TableSpaceProps): ReactElement {
  return (
    <tr
      className={place === undefined ? 'pui-space' : 'pui-skeleton'}
      data-place={place}
      aria-rowindex={place === undefined ? undefined : place + 2}
      aria-hidden="true"
    >
      <td colSpan={width} aria-hidden="true" style={{ blockSize: height }} />
    </tr>
  )
}
