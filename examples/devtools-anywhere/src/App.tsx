import '@plugboard/react-renderer/styles.css'
import '@plugboard/devtools/styles.css'

import { Devtools } from '@plugboard/devtools'
import { PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { type ReactElement, Suspense, use } from 'react'
import { Provider, useSelector } from 'react-redux'

import { createApp, type PageState } from './createApp.ts'

const app = createApp()

export function App(): ReactElement {
  return (
    <Provider store={app.store}>
      <main>
        <h1>Votes</h1>
        <p>Both plugins ask to vote. The host lets only the first one; the devtools below say so, and why.</p>
        <PluginProvider source={app.host} headingLevel={1}>
          <Suspense fallback={<p>Starting the plugins</p>}>
            <Voters />
          </Suspense>
        </PluginProvider>
        <LastPlace />
      </main>
      <Devtools devtools={app.devtools} />
    </Provider>
  )
}

function Voters(): ReactElement {
  const voters = use(app.voters)
  return (
    <div className="voters">
      {voters.map((instanceId, index) => (
        <section key={instanceId} aria-label={index === 0 ? 'May vote' : 'May not vote'}>
          <WidgetRenderer instanceId={instanceId} widgetId="main" />
        </section>
      ))}
    </div>
  )
}

/** An application with an editor would open it there. */
function LastPlace(): ReactElement | null {
  const place = useSelector((state: { readonly page: PageState }) => state.page.lastPlace)
  return place === null ? null : <output>Asked to show {place}</output>
}
