import {
  createRemoteComponentRenderer,
  RemoteReceiver,
  RemoteRootRenderer,
  type RemoteComponentRendererMap,
} from '@remote-dom/react/host'
import { createContext, useContext, type ComponentType, type ReactElement, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

import type { TableAction } from '../../../plugins/table/rows.ts'
import { TableFrame, Toolbar } from '../TableView.tsx'
import type { TableVariant } from '../tableVariant.ts'
import type { RemoteTableMessage } from './remoteDom.worker.tsx'

/**
 * `@remote-dom/core` with React in a worker and no VM. Presses are posted as plain messages, which is less work than its
 * own calls of remote functions.
 */
export const remoteDom: TableVariant = {
  name: 'remote-dom',
  takesMany: false,
  async mount(element, sizes) {
    const worker = new Worker(new URL('./remoteDom.worker.tsx', import.meta.url), { type: 'module' })
    const receiver = new RemoteReceiver()
    const dispatch = (action: TableAction): void => worker.postMessage(action)
    const root = createRoot(element)
    root.render(
      <Dispatch value={dispatch}>
        <Toolbar sizes={sizes} dispatch={dispatch} />
        <RemoteRootRenderer receiver={receiver} components={COMPONENTS} />
      </Dispatch>,
    )
    worker.addEventListener('message', ({ data }: MessageEvent<RemoteTableMessage>) => {
      flushSync(() => receiver.connection.mutate(data))
    })
    worker.addEventListener('error', ({ message }) => console.error(`remote-dom: ${message}`))
    return {
      close() {
        root.unmount()
        worker.terminate()
      },
    }
  },
}

const Dispatch = createContext<(action: TableAction) => void>(() => undefined)

const COMPONENTS: RemoteComponentRendererMap = new Map([
  ['ui-table', toRenderer(RemoteTable)],
  ['ui-row', toRenderer(RemoteRow)],
  ['ui-cell', toRenderer(RemoteCell)],
  ['ui-select', toRenderer(RemoteSelect)],
  ['ui-remove', toRenderer(RemoteRemove)],
])

function RemoteTable({ children }: { readonly children?: ReactNode }): ReactElement {
  return <TableFrame>{Array.isArray(children) ? children : []}</TableFrame>
}

function RemoteRow({ children }: { readonly children?: ReactNode }): ReactElement {
  return <tr data-pressable>{children}</tr>
}

function RemoteCell({ text }: { readonly text?: string }): ReactElement {
  return <td>{text}</td>
}

function RemoteSelect({ text, row }: { readonly text?: string; readonly row?: number }): ReactElement {
  const dispatch = useContext(Dispatch)
  return (
    <th scope="row">
      <button
        type="button"
        className="pui-row-press"
        data-press=""
        onClick={() => dispatch({ type: 'select', id: Number(row) })}
      >
        {text}
      </button>
    </th>
  )
}

function RemoteRemove({ row }: { readonly row?: number }): ReactElement {
  const dispatch = useContext(Dispatch)
  return (
    <td>
      <button type="button" className="pui-button" onClick={() => dispatch({ type: 'remove', id: Number(row) })}>
        Remove
      </button>
    </td>
  )
}

/** The library's types are of the React before this one. */
function toRenderer<P extends object>(component: ComponentType<P>): ReturnType<typeof createRemoteComponentRenderer> {
  return createRemoteComponentRenderer(component as never)
}
