// First: what comes after looks for a document when it is loaded.
import '@remote-dom/core/polyfill'
import '@remote-dom/react/polyfill'

import {
  BatchingRemoteConnection,
  createRemoteElement,
  RemoteRootElement,
  type RemoteConnection,
} from '@remote-dom/core/elements'
import { createRemoteComponent } from '@remote-dom/react'
import {
  memo,
  useLayoutEffect,
  useReducer,
  type ComponentType,
  type Dispatch,
  type ReactElement,
  type ReactNode,
} from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import { EMPTY_TABLE, reduceTable, type Row, type TableAction } from '../../../plugins/table/rows.ts'
import { MARK } from '../../../plugins/table/view.ts'
import { workerScope } from '../../shared/workerScope.ts'

/** What the worker posts: changes of its document. */
export type RemoteTableMessage = Parameters<RemoteConnection['mutate']>[0]

const Table = defineRemote<{ readonly children: ReactNode }>('ui-table', [])
const RowElement = defineRemote<{ readonly children: ReactNode }>('ui-row', [])
const Cell = defineRemote<{ readonly text: string }>('ui-cell', ['text'])
const Select = defineRemote<{ readonly text: string; readonly row: number }>('ui-select', ['text', 'row'])
const Remove = defineRemote<{ readonly row: number }>('ui-remove', ['row'])

let listener: Dispatch<TableAction> = () => undefined

function App(): ReactElement {
  const [state, dispatch] = useReducer(reduceTable, EMPTY_TABLE)
  useLayoutEffect(() => {
    listener = dispatch
  }, [dispatch])
  return (
    <Table>
      {state.rows.map((row) => (
        <RowView key={row.id} row={row} isSelected={row.id === state.selected} />
      ))}
    </Table>
  )
}

const RowView = memo(function RowView({ row, isSelected }: { readonly row: Row; readonly isSelected: boolean }) {
  return (
    <RowElement>
      <Cell text={isSelected ? MARK : ''} />
      <Cell text={String(row.id)} />
      <Select text={row.label} row={row.id} />
      <Remove row={row.id} />
    </RowElement>
  )
})

customElements.define('remote-root', RemoteRootElement)
// The element is of the class that was just defined.
const remoteRoot = document.createElement('remote-root') as unknown as RemoteRootElement
document.body.append(remoteRoot)
remoteRoot.connect(
  new BatchingRemoteConnection({
    mutate: (records) => workerScope.postMessage(records),
    call: () => undefined,
  }),
)
const root = createRoot(remoteRoot)
flushSync(() => root.render(<App />))

workerScope.addEventListener('message', ({ data }: MessageEvent<TableAction>) => flushSync(() => listener(data)))

/** A remote element with these properties, as a component. */
function defineRemote<P extends object>(tag: string, properties: readonly string[]): ComponentType<P> {
  const Element = createRemoteElement({
    properties: Object.fromEntries(properties.map((name) => [name, {}])),
  })
  customElements.define(tag, Element)
  // The library types tags by a global table of elements, which a page of this size has no need of.
  return createRemoteComponent(tag as never, Element as never) as unknown as ComponentType<P>
}
