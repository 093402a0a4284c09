import { useSyncExternalStore } from 'react'

import { OfflineState, type OfflineView } from './offlineState.ts'

/** Of the page: there is one, whichever workspace is open. */
export const offlineState: OfflineState = new OfflineState(
  'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
)

export function useOffline(): OfflineView {
  return useSyncExternalStore(offlineState.subscribe, offlineState.getSnapshot)
}

/** Begins when the page has nothing better to do: all files are fetched then, those of the editor too. */
export function startOfflineLater(): void {
  const start = (): void => void offlineState.start(`${import.meta.env.BASE_URL}sw.js`)
  const whenIdle = (): void => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(start)
    else setTimeout(start)
  }
  if (document.readyState === 'complete') whenIdle()
  else addEventListener('load', whenIdle, { once: true })
}
