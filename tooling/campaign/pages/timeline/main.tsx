import '@plugboard/devtools/styles.css'

import { createDevtools, DevtoolsProvider, Timeline } from '@plugboard/devtools'
import { createHostStore, createPluginHost } from '@plugboard/host'
import { createQuickJSRuntime } from '@plugboard/runtime-quickjs'
import { createRoot } from 'react-dom/client'

declare global {
  /** Set by this page: fills the timeline with this many rows, draws it, and resolves when it is drawn. */
  var openTimeline: (rows: number) => Promise<void>
  /** Scrolls by one screen, back at the end, and resolves after the frame that shows it. */
  var scrollTimeline: () => Promise<void>
}

/** Sends thirty-two intents at a time: a row of the timeline each. */
const SENDER = `definePlugin(({ ui }) => ({ title: 'Sender', initialState: { sent: 0 }, widgets: { main: {
  render({ pluginState }) { return ui.text(String(pluginState.sent)) },
  handlers: { send(ctx) { for (let sent = 0; sent < 32; sent += 1) ctx.dispatchPluginAction('state/merge', { sent: ctx.pluginState.sent + sent }) } },
} } }))`

globalThis.openTimeline = async (rows) => {
  const host = createPluginHost({
    runtime: createQuickJSRuntime(),
    packages: [{ manifest: { apiVersion: 1, packageId: 'sender', title: 'Sender', capabilities: {} }, code: SENDER }],
    traceLimit: rows * 3,
  })
  const store = createHostStore(host)
  const instanceId = await host.load({ packageId: 'sender' })
  const lease = host.lease(instanceId, 'main')
  const countRows = (): number => store.getState().plugins.trace.filter(({ kind }) => kind === 'dispatch').length
  while (countRows() < rows) {
    lease.emit('send', { type: 'press' })
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  lease.release()
  const devtools = createDevtools({ host, store })
  devtools.open()
  const root = document.querySelector('#root')
  if (root === null) throw new Error('the page has no root')
  createRoot(root).render(
    <DevtoolsProvider devtools={devtools}>
      <Timeline />
    </DevtoolsProvider>,
  )
  while (document.querySelectorAll('[role=row]').length < 5) await nextFrame()
}

let direction = 1

globalThis.scrollTimeline = async () => {
  const scroller = findScroller()
  const before = scroller.scrollTop
  scroller.scrollTop += direction * scroller.clientHeight
  if (scroller.scrollTop === before) direction = -direction
  await nextFrame()
  await nextFrame()
}

/** What scrolls the rows: the nearest element around one that is taller inside than outside. */
function findScroller(): Element {
  // Not the first row: the one with the names of the columns stays where it is.
  for (
    let element = document.querySelector('[role=row][aria-selected]');
    element !== null;
    element = element.parentElement
  ) {
    if (element.scrollHeight > element.clientHeight * 2 && element.clientHeight > 0) return element
  }
  throw new Error('the timeline does not scroll')
}

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame)
}
