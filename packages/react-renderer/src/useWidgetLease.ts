import type { InstanceId, UIEvent, WidgetLease, WidgetSnapshot, WidgetSource } from '@plugboard/contracts'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

import { DraftStore } from './drafts/DraftStore.ts'
import type { WidgetContextValue } from './widgetContext.ts'

const LOADING: WidgetSnapshot = {
  status: 'loading',
  enabled: true,
  tree: null,
  issues: [],
  error: null,
  acknowledged: {},
}

interface HeldWidget {
  readonly lease: WidgetLease
  readonly drafts: DraftStore
}

/** Holds a widget while the component is mounted, and follows its picture. */
export function useWidgetLease(source: WidgetSource, instanceId: InstanceId, widgetId: string): WidgetContextValue {
  const [held, setHeld] = useState<HeldWidget | null>(null)
  const [unheldDrafts] = useState(() => new DraftStore())

  // Taken in an effect: a render that React throws away must not leave a lease behind.
  useEffect(() => {
    const lease = source.lease(instanceId, widgetId)
    const drafts = new DraftStore()
    setHeld({ lease, drafts })
    return () => {
      drafts.flush()
      drafts.dispose()
      lease.release()
      setHeld(null)
    }
  }, [source, instanceId, widgetId])

  const subscribe = useCallback((listener: () => void) => held?.lease.subscribe(listener) ?? (() => undefined), [held])
  const getSnapshot = useCallback(() => held?.lease.getSnapshot() ?? LOADING, [held])
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, () => LOADING)

  const emit = useCallback(
    (handler: string, event: UIEvent) => {
      if (held === null) return
      // What was typed goes first, in order: a handler must never read a stale form.
      if (event.type !== 'change' && event.type !== 'commit') held.drafts.flush()
      held.lease.emit(handler, event)
    },
    [held],
  )
  return { snapshot, drafts: held?.drafts ?? unheldDrafts, emit }
}
