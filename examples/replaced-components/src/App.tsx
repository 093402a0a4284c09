import '@plugboard/react-renderer/styles.css'

import type { PackageManifest } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import { type NodeComponents, Plugin, PluginProvider } from '@plugboard/react-renderer'
import type { ReactElement } from 'react'

import { ShopButton } from './ShopButton.tsx'
import { ShopTable } from './ShopTable.tsx'
import { code } from './stock.plugin.tsx?plugin'
import { StockGauge, StockGaugeComponent } from './StockGauge.tsx'

/** The kinds that this application draws itself. Outside of components, so that it stays the same object. */
const components: NodeComponents = { button: ShopButton, table: ShopTable }

/** What plugins may use besides, by name. */
const custom = [StockGaugeComponent.implement(StockGauge)]

/** The page's own word for the plugin: it may use the gauge, and nothing else. */
const manifest: PackageManifest = {
  apiVersion: 1,
  packageId: 'stock',
  title: 'Stock',
  capabilities: { components: ['stock-gauge'] },
}

export interface AppProps {
  readonly host: PluginHost
}

export function App({ host }: AppProps): ReactElement {
  return (
    <main>
      <h1>Stock</h1>
      <p>
        The buttons and the table are this page’s own; the plugin knows nothing of them. The gauge it asks for by name.
      </p>
      <PluginProvider source={host} components={components} custom={custom} headingLevel={1}>
        <Plugin packageId="stock" code={code} manifest={manifest} />
      </PluginProvider>
    </main>
  )
}
