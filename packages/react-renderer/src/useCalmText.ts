import { useEffect, useRef, useState } from 'react'

/** Shortest time between two announcements of one live region, in milliseconds. */
const ANNOUNCE_EVERY = 1_000

/** The text, but changing at most once a second: a plugin that redraws in a loop must not flood a screen reader. */
export function useCalmText(text: string): string {
  const [shown, setShown] = useState(text)
  const lastChange = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, lastChange.current + ANNOUNCE_EVERY - performance.now())
    const timer = setTimeout(() => {
      lastChange.current = performance.now()
      setShown(text)
    }, wait)
    return () => {
      clearTimeout(timer)
    }
  }, [text])
  return shown
}
