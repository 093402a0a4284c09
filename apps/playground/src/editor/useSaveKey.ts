import { useEffect, useEffectEvent } from 'react'

/** Calls the newest `save` for Ctrl+S and Cmd+S, wherever the focus is: the browser would save the page. */
export function useSaveKey(save: () => void): void {
  const saveByKey = useEffectEvent((event: KeyboardEvent) => {
    // An upper-case letter is what Caps Lock makes of it.
    if (event.key.toLowerCase() !== 's' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  })
  useEffect(() => {
    addEventListener('keydown', saveByKey)
    return () => removeEventListener('keydown', saveByKey)
  }, [])
}
