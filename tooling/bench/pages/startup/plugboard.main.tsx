import { prepareFirstWidget } from './firstWidget.ts'
import '@plugboard/react-renderer/styles.css'

import { createHostStore, createPluginHost } from '@plugboard/host'
import { Plugin, PluginProvider } from '@plugboard/react-renderer'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { createRoot } from 'react-dom/client'

import { createCounterPackage, total } from '../../plugins/counter/counterPackage.ts'
import { code } from '../../plugins/counter/guest.tsx?guest'
import { logFaults } from '../shared/logFaults.ts'

// As the README of the runtime tells an application to.
const counter = createCounterPackage(code)
const host = createPluginHost({ runtime: createQuickJSRuntime(), packages: [counter], sharedDomains: [total] })
createHostStore(host)
logFaults(host)

createRoot(prepareFirstWidget()).render(
  <PluginProvider source={host}>
    <section>
      <Plugin packageId="counter" code={code} manifest={counter.manifest} />
    </section>
  </PluginProvider>,
)
