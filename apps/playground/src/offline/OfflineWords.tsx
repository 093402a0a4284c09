import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { useOffline } from './useOffline.ts'

/** Says that the page needs no network, when that is so. */
export function OfflineWords(): ReactElement | null {
  const { isReady } = useOffline()
  return isReady ? <span>{messages.offline.ready}</span> : null
}
