import '@plugboard/devtools/styles.css'

import { createDevtools, Devtools, DevtoolsProvider, InstanceInspector, Timeline } from '@plugboard/devtools'
import type { PluginHost } from '@plugboard/host'
import type { Store } from '@reduxjs/toolkit'
import type { ReactElement } from 'react'

/** All of it, docked at the foot of the page. */
export function mountTools(host: PluginHost, store: Store): ReactElement {
  const devtools = createDevtools({ host, store })
  return <Devtools devtools={devtools} />
}

/** Parts of it, where the application wants them. */
export function mountParts(host: PluginHost, store: Store): ReactElement {
  const devtools = createDevtools({
    host,
    store,
    onOpenSource: ({ packageId, source }) => console.log('Show', packageId, source.file, source.line, source.column),
    messages: { timeline: { clear: 'Forget what happened' } },
  })
  return (
    <DevtoolsProvider devtools={devtools}>
      <Timeline />
      <InstanceInspector onRemove={(instanceId) => void host.unload(instanceId)} />
    </DevtoolsProvider>
  )
}
