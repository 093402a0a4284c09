import { useSyncExternalStore, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import type { GallerySource } from './gallerySource.ts'

const words = messages.gallery

/** What was sent last, on one line. */
export function EventLine({ source }: { readonly source: GallerySource }): ReactElement {
  const last = useSyncExternalStore(source.subscribe, source.lastEvent)
  return (
    <footer className="event-line">
      <span className="mut">{words.lastEvent}</span>
      <output className="mono" aria-label={words.lastEvent}>
        {last === null
          ? words.nothingSent
          : `${last.number}. ${last.widgetId} → ${last.handler} ${JSON.stringify(last.event)}`}
      </output>
    </footer>
  )
}
