import '@plugboard/react-renderer/styles.css'

import { type NodeComponents, Plugin, PluginProvider } from '@plugboard/react-renderer'
import type { ReactElement } from 'react'

import { createHost } from './createHost.ts'
import { ShopButton } from './ShopButton.tsx'
import { ShopTable } from './ShopTable.tsx'
import { code } from './stock.plugin.tsx?plugin'

const host = createHost()

/** The kinds that this application draws itself. Outside of components, so that it stays the same object. */
const components: NodeComponents = { button: ShopButton, table: ShopTable }

export function App(): ReactElement {
  return (
    <main>
      <h1>Stock</h1>
      <p>The buttons and the table are this page’s own; the plugin knows nothing of them.</p>
      <PluginProvider source={host} components={components} headingLevel={1}>
        <Plugin packageId="stock" code={code} />
      </PluginProvider>
    </main>
  )
}
