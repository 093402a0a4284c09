import '@plugboard/react-renderer/styles.css'

import { INHERIT_TOKENS, Plugin, PluginProvider, type PluginTokens } from '@plugboard/react-renderer'
import { type ReactElement, useState } from 'react'

import { createHost } from './createHost.ts'
import { paperTokens } from './paperTokens.ts'
import { code } from './reading.plugin.tsx?plugin'

const host = createHost()

/** What the plugin looks like: by nothing, by the page, by a theme of this application. */
const LOOKS: Readonly<Record<string, PluginTokens>> = {
  Default: {},
  Page: INHERIT_TOKENS,
  Paper: paperTokens,
}

export function App(): ReactElement {
  const [look, setLook] = useState('Paper')
  return (
    <main>
      <h1>Reading list</h1>
      <p>The list below is a plugin. It says what it shows; this page says how it looks.</p>
      <fieldset>
        <legend>Looks</legend>
        {Object.keys(LOOKS).map((name) => (
          <label key={name}>
            <input type="radio" name="look" checked={name === look} onChange={() => setLook(name)} /> {name}
          </label>
        ))}
      </fieldset>
      <PluginProvider source={host} tokens={LOOKS[look] ?? {}} headingLevel={1}>
        <Plugin packageId="reading" code={code} />
      </PluginProvider>
    </main>
  )
}
