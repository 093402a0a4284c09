import { createHostStore, createPluginHost } from '@plugboard/host'
import { PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { createRoot } from 'react-dom/client'

import { code } from '../../../plugins/table/guest.tsx?guest'
import { createTablePackage } from '../../../plugins/table/tablePackage.ts'
import { logFaults } from '../../shared/logFaults.ts'
import { ROOMY } from '../../shared/roomyLimits.ts'
import type { TableSizes } from '../../../plugins/table/view.ts'
import type { MountedTable, TableVariant } from '../tableVariant.ts'

/** The table as a plugin: host, VM in a worker, renderer, all as they are published. */
export const plugboard: TableVariant = createVariant('plugboard', false)

/** The same as people get it: past a hundred rows those that are not in view are left out. */
export const plugboardInPart: TableVariant = createVariant('plugboard, in part', true)

function createVariant(name: string, isInPart: boolean): TableVariant {
  return {
    name,
    takesMany: true,
    isInPart,
    mount: (element, sizes) => mount(element, { ...sizes, isInPart }),
  }
}

async function mount(element: HTMLElement, sizes: TableSizes): Promise<MountedTable> {
  const runtime = createQuickJSRuntime()
  const host = createPluginHost({
    runtime,
    packages: [createTablePackage(`const SIZES = ${JSON.stringify(sizes)};\n${code}`)],
    limits: ROOMY,
  })
  createHostStore(host)
  logFaults(host)
  const instanceId = await host.load({ packageId: 'table' })
  const root = createRoot(element)
  root.render(
    <PluginProvider source={host}>
      <WidgetRenderer instanceId={instanceId} widgetId="main" />
    </PluginProvider>,
  )
  return {
    async close() {
      root.unmount()
      await host.dispose()
      await runtime[Symbol.asyncDispose]()
    },
  }
}
