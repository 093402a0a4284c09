import { useMemo, useSyncExternalStore } from 'react'

import { readRoute, type Route } from './route.ts'

/** Where the address says that this is. Draws again when it changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => readRoute(hash), [hash])
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => {
    removeEventListener('hashchange', listener)
  }
}
