import { useReducer, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'

import { EMPTY_TABLE, reduceTable } from '../../../plugins/table/rows.ts'
import type { TableSizes } from '../../../plugins/table/view.ts'
import { TableView } from '../TableView.tsx'
import type { TableVariant } from '../tableVariant.ts'

/** React 19 and nothing else: what everything is compared with. */
export const plainReact: TableVariant = {
  name: 'react',
  takesMany: true,
  async mount(element, sizes) {
    const root = createRoot(element)
    root.render(<App sizes={sizes} />)
    return { close: () => root.unmount() }
  },
}

function App({ sizes }: { readonly sizes: TableSizes }): ReactElement {
  const [state, dispatch] = useReducer(reduceTable, EMPTY_TABLE)
  return <TableView state={state} sizes={sizes} dispatch={dispatch} />
}
