import { createHostStore, createPluginHost } from '@plugboard/host'
import { PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { createRoot } from 'react-dom/client'

import { createCounterPackage, total } from '../../../plugins/counter/counterPackage.ts'
import { code } from '../../../plugins/counter/guest.tsx?guest'
import { logFaults } from '../../shared/logFaults.ts'
import type { CounterVariant } from '../counterVariant.ts'

/** Counters as plugins: host, VMs in workers, renderer, with the limits and the placement that an application gets. */
export const plugboard: CounterVariant = {
  name: 'plugboard',
  async mount(element, instances) {
    const runtime = createQuickJSRuntime()
    const host = createPluginHost({
      runtime,
      packages: [createCounterPackage(code)],
      sharedDomains: [total],
      maxInstancesPerPackage: instances,
    })
    createHostStore(host)
    logFaults(host)
    const root = createRoot(element)
    const close = async (): Promise<void> => {
      root.unmount()
      await host.dispose()
      await runtime[Symbol.asyncDispose]()
    }
    try {
      const ids = await Promise.all(Array.from({ length: instances }, () => host.load({ packageId: 'counter' })))
      root.render(
        <PluginProvider source={host}>
          {ids.map((instanceId) => (
            <section key={instanceId}>
              <WidgetRenderer instanceId={instanceId} widgetId="main" />
            </section>
          ))}
        </PluginProvider>,
      )
    } catch (cause) {
      await close()
      throw cause
    }
    return { close }
  },
}
