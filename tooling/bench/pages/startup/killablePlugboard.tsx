import { createHostStore, createPluginHost } from '@plugboard/host'
import { PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { createRoot } from 'react-dom/client'

import { createCounterPackage, total } from '../../plugins/counter/counterPackage.ts'
import { code } from '../../plugins/counter/guest.tsx?guest'
import type { KillableVariant } from './killableVariant.ts'

/** For the instance that gets stuck, so that a round does not wait a second for its end. */
const IMPATIENT = { wallMs: { load: 3_000, render: 1_000, event: 100 }, graceMs: 50 }

/** All in one worker, which the watchdog ends because one more instance of the package is stuck in it. */
export const killablePlugboard: KillableVariant = {
  name: 'plugboard',
  async mount(element, instances) {
    const runtime = createQuickJSRuntime({ placement: () => 'one' })
    const host = createPluginHost({
      runtime,
      packages: [createCounterPackage(code)],
      sharedDomains: [total],
      maxInstancesPerPackage: instances + 1,
    })
    createHostStore(host)
    // Not its errors: one instance is stopped on purpose.
    host.on('fault', ({ cause }) => console.error(cause))
    const ids = await Promise.all(Array.from({ length: instances }, () => host.load({ packageId: 'counter' })))
    const root = createRoot(element)
    root.render(
      <PluginProvider source={host}>
        {ids.map((instanceId) => (
          <section key={instanceId}>
            <WidgetRenderer instanceId={instanceId} widgetId="main" />
          </section>
        ))}
      </PluginProvider>,
    )
    const press = (instanceId: string, handler: string): void => {
      const lease = host.lease(instanceId, 'main')
      lease.emit(handler, { type: 'press' })
      lease.release()
    }
    return {
      async kill() {
        const stuck = await host.load({ packageId: 'counter', limits: IMPATIENT })
        const isKilled = new Promise<number>((resolve, reject) => {
          runtime.on('crash', ({ instanceIds }) => {
            if (ids.every((id) => instanceIds.includes(id))) resolve(performance.now())
            else reject(new Error('the worker that was killed was not the one that all instances are in'))
          })
        })
        press(stuck, 'stick')
        return isKilled
      },
      share: () => press(ids[0] ?? '', 'share'),
      async close() {
        root.unmount()
        await host.dispose()
        await runtime[Symbol.asyncDispose]()
      },
    }
  },
}
