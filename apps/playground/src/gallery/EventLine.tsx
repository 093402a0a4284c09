import { useSyncExternalStore, type ReactElement } from 'react'

import type { GallerySource } from './gallerySource.ts'

/** What was sent last, on one line. */
export function EventLine({ source }: { readonly source: GallerySource }): ReactElement {
  const last = useSyncExternalStore(source.subscribe, source.lastEvent)
  return (
    <footer className="event-line">
      <span className="mut">Last event</span>
      <output className="mono" aria-label="Last event">
        {last === null
          ? 'Nothing was sent yet.'
          : `${last.number}. ${last.widgetId} → ${last.handler} ${JSON.stringify(last.event)}`}
      </output>
    </footer>
  )
}
