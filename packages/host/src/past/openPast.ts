import type { RuntimeState } from '@plugboard/contracts'
import type { PastReading } from '@plugboard/store-core'

import { hostPartsOf } from '../hostParts.ts'
import { PluginHostError } from '../pluginHostError.ts'
import type { OpenPastOptions, Past } from './past.ts'
import { PastSource } from './pastSource.ts'
import { PastVms } from './pastVms.ts'

/** VMs at once where nobody says. */
const MOST_VMS = 8

/**
 * Opens a look at the past of a host, at its newest record.
 *
 * @throws PluginHostError `PROTOCOL` when that is no host of `createPluginHost`, or `maxVms` is no number of VMs;
 *   `HOST_NOT_CONNECTED`.
 *
 * @example
 * const past = openPast({ host, runtime: createQuickJSRuntime() })
 * past.goTo(12)
 * // <PluginProvider source={past.source}> draws what was there right after record 12.
 */
export function openPast({ host, maxVms = MOST_VMS, runtime }: OpenPastOptions): Past {
  const parts = hostPartsOf(host)
  if (parts === undefined) throw protocol('openPast needs a host that createPluginHost made.')
  if (!Number.isSafeInteger(maxVms) || maxVms < 1) throw protocol('maxVms is no whole number of at least 1.')
  const { codes, link, slice } = parts
  const selectors = slice.createSelectors()
  const listeners = new Set<() => void>()
  // One state for all positions: going from one to the next is a step then, and what is shown does not move under the reader.
  let now: RuntimeState = link.state
  let reading: PastReading = slice.selectors.selectStateAt(now, slice.selectors.selectLastSeq(now))
  let closing: Promise<void> | null = null
  const vms = new PastVms({
    runtime: runtime ?? parts.runtime,
    maxVms,
    epochMs: () => (reading.outcome === 'known' ? (reading.state.trace.at(-1)?.at ?? 0) : 0),
  })
  const source = new PastSource({
    vms,
    codes,
    selectors,
    read: () => (closing === null ? { past: reading, now } : null),
    onFault: (cause) => parts.onFault(cause),
  })
  const past: Past = {
    source: Object.freeze({ lease: (instanceId: string, widgetId: string) => source.lease(instanceId, widgetId) }),
    selectors,
    get reading() {
      return reading
    },
    get range() {
      const { trace } = now
      const toSeq = slice.selectors.selectLastSeq(now)
      return { fromSeq: (trace[0]?.seq ?? toSeq + 1) - 1, toSeq }
    },
    goTo(seq) {
      if (closing !== null)
        throw new PluginHostError({ code: 'DISPOSED', message: 'This look at the past is closed. Open another.' })
      if (seq > slice.selectors.selectLastSeq(now)) now = link.state
      const next = slice.selectors.selectStateAt(now, seq)
      if (next === reading) return reading
      reading = next
      source.refresh()
      for (const listener of listeners) listener()
      return reading
    },
    subscribe(listener) {
      const entry = (): void => listener()
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    close() {
      if (closing === null) {
        stopListening()
        closing = vms.close()
        source.refresh()
        listeners.clear()
      }
      return closing
    },
    [Symbol.asyncDispose]: () => past.close(),
  }
  const stopListening = parts.onDispose(() => void past.close().catch((cause: unknown) => parts.onFault(cause)))
  return Object.freeze(past)
}

function protocol(message: string): PluginHostError {
  return new PluginHostError({ code: 'PROTOCOL', message })
}
