import { useCallback, useSyncExternalStore } from 'react'

/** Widths at which the page is laid out anew, as in the stylesheets. */
export const PHONE = '(max-width: 720px)'
export const DESKTOP = '(min-width: 1200px)'

/** Whether a media query holds. Draws again when that changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => {
        list.removeEventListener('change', listener)
      }
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
