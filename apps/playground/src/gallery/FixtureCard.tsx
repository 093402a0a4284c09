import type { UINode } from '@plugboard/contracts'
import { WidgetRenderer } from '@plugboard/react-renderer'
import { Copy, RotateCcw } from 'lucide-react'
import { useState, useSyncExternalStore, type ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { JsonView } from '../ui/JsonView.tsx'
import type { GallerySource } from './gallerySource.ts'

const words = messages.gallery

export interface FixtureCardProps {
  readonly name: string
  readonly widgetId: string
  /** As it was at first. */
  readonly node: UINode
  readonly source: GallerySource
}

/** One node as it is drawn, and its JSON. */
export function FixtureCard({ name, widgetId: firstId, node, source }: FixtureCardProps): ReactElement {
  // Starting again is another widget: what was typed belongs to the widget, and outlives its view.
  const [widgetId, setWidgetId] = useState(firstId)
  const shown = useSyncExternalStore(source.subscribe, () => source.nodeOf(widgetId)) ?? node
  const isClosed = shown.kind === 'dialog' && !shown.open
  return (
    <article className="card" aria-label={name}>
      <header>
        <h3 className="grow">{name}</h3>
        {isClosed ? (
          <button type="button" className="btn" onClick={() => source.show(widgetId, { ...shown, open: true })}>
            {words.open}
          </button>
        ) : null}
        <button
          type="button"
          className="btn ghost sq"
          aria-label={words.startAgain(name)}
          onClick={() => {
            const nextId = `${widgetId}'`
            source.show(nextId, node)
            setWidgetId(nextId)
          }}
        >
          <RotateCcw size={14} aria-hidden="true" />
        </button>
      </header>
      <div className="body">
        <WidgetRenderer instanceId={source.instanceId} widgetId={widgetId} />
      </div>
      <details>
        <summary>{words.json}</summary>
        <JsonView label={words.jsonOf(name)} value={shown} />
        <CopyButton name={name} text={JSON.stringify(shown, null, 2)} />
      </details>
    </article>
  )
}

function CopyButton({ name, text }: { readonly name: string; readonly text: string }): ReactElement {
  const [told, setTold] = useState('')
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setTold(words.copied),
      () => setTold(words.notCopied),
    )
  }
  return (
    <div className="row">
      <button type="button" className="btn" aria-label={words.copyJson(name)} onClick={copy}>
        <Copy size={14} aria-hidden="true" />
        {words.copy}
      </button>
      <span className="mut small" role="status">
        {told}
      </span>
    </div>
  )
}
