import { PluginProvider, WidgetRenderer } from '@plugboard/react-renderer'
import { createRoot, type Root } from 'react-dom/client'

import { createLatencyWidgetSource, type LatencyWidgetSource } from '@plugboard/contract-tests/fixtures'

/** One field of one plugin, and the page around it. */
export interface InputsOptions {
  readonly kind: 'input' | 'textarea'
  /** Shortest and longest time of a call to the plugin, in milliseconds. */
  readonly delay: readonly [number, number]
  readonly initial: string
  readonly caret: number
  readonly answer: keyof typeof ANSWERS
}

/** Where the text is: a field that looks right may still have lost the plugin. */
export interface InputsReport {
  readonly text: string
  readonly state: string
  readonly caret: number | null
  /** Handler calls. */
  readonly calls: number
}

/** What the plugin makes of what is typed. */
const ANSWERS = {
  same: (text: string) => text,
  capitals: (text: string) => text.toUpperCase(),
  digits: (text: string) => text.replaceAll(/\D/g, ''),
}

const LONG_TASK = 100
const LONG_TASK_EVERY = 1_000

declare global {
  /** Set by this page. */
  var inputs: {
    open(options: InputsOptions): Promise<void>
    calls(): number
    settle(): Promise<InputsReport>
    /** From now on the page is busy for a tenth of each second. */
    beBusy(): void
  }
}

const sleep = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))

let shown: { readonly root: Root; readonly host: LatencyWidgetSource } | null = null

function field(): HTMLInputElement | HTMLTextAreaElement {
  const element = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
  if (element === null) throw new Error('the page has no field')
  return element
}

globalThis.inputs = {
  async open({ kind, delay, initial, caret, answer }) {
    shown?.root.unmount()
    const element = document.querySelector('#root')
    if (element === null) throw new Error('the page has no root')
    const host = createLatencyWidgetSource({ kind, delay, sleep, initial, transform: ANSWERS[answer] })
    const root = createRoot(element)
    root.render(
      <PluginProvider source={host}>
        <WidgetRenderer instanceId="field@00000000" widgetId="main" />
      </PluginProvider>,
    )
    shown = { root, host }
    while (document.querySelector('input, textarea') === null) await new Promise(requestAnimationFrame)
    field().focus()
    field().setSelectionRange(caret, caret)
  },
  calls: () => shown?.host.calls().length ?? 0,
  async settle() {
    await shown?.host.idle()
    // The last answer is drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const { value, selectionStart } = field()
    return { text: value, state: shown?.host.state() ?? '', caret: selectionStart, calls: this.calls() }
  },
  beBusy() {
    setInterval(() => {
      const until = performance.now() + LONG_TASK
      while (performance.now() < until);
    }, LONG_TASK_EVERY)
  },
}
