import '@plugboard/react-renderer/styles.css'

import type { PluginSource } from '@plugboard/contracts'
import { type NodeProps, Plugin, PluginProvider } from '@plugboard/react-renderer'
import type { ReactElement } from 'react'

/** One kind drawn by a component of your own; the others keep the built-in ones. */
function MyButton({ node, emit }: NodeProps<'button'>): ReactElement {
  return (
    <button
      type="button"
      className="my-button"
      disabled={node.disabled}
      onClick={() => emit(node.onPress, { type: 'press' })}
    >
      {node.label}
    </button>
  )
}

const components = { button: MyButton }
const tokens = { accent: 'rebeccapurple', 'radius-md': '2px' }

export function App({ host, code }: { readonly host: PluginSource; readonly code: string }): ReactElement {
  return (
    <PluginProvider source={host} components={components} tokens={tokens}>
      <h1>My app</h1>
      <Plugin packageId="counter" code={code} />
    </PluginProvider>
  )
}
