import '../styles/gallery.css'

import { UI_NODE_KINDS } from '@plugboard/contracts'
import { PluginProvider } from '@plugboard/react-renderer'
import { Search } from 'lucide-react'
import { useEffect, useState, type ReactElement } from 'react'
import { uiNodeFixtures } from 'virtual:ui-node-fixtures'

import { messages } from '../messages/index.ts'
import { TopBar } from '../shell/TopBar.tsx'
import { anchorOf } from './anchor.ts'
import { EventLine } from './EventLine.tsx'
import { createGallerySource, type GallerySource } from './gallerySource.ts'
import { KindSection } from './KindSection.tsx'

const words = messages.gallery

/** Every kind of node, drawn without a plugin from the nodes that all renderers are tested with. */
export function GalleryPage(): ReactElement {
  const [source] = useState(showAll)
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLowerCase()
  const kinds = UI_NODE_KINDS.filter((kind) => kind.includes(wanted))
  useAnchorAfterLoading()
  return (
    <div className="app gallery" data-view="run">
      <TopBar page="gallery" />
      <main className="main" id="main" tabIndex={-1}>
        <div className="bar">
          <h1>{words.title}</h1>
          <span className="grow" />
          <label className="field">
            <Search size={14} aria-hidden="true" />
            <span className="vh">{words.filter}</span>
            <input
              type="search"
              placeholder={words.filter}
              value={filter}
              onChange={(event) => {
                setFilter(event.currentTarget.value)
              }}
            />
          </label>
        </div>
        <nav className="kinds" aria-label={words.kinds}>
          {kinds.map((kind) => (
            <a key={kind} href={`#${anchorOf(kind)}`}>
              {kind}
            </a>
          ))}
        </nav>
        <PluginProvider source={source} headingLevel={3}>
          {kinds.map((kind) => (
            <KindSection key={kind} kind={kind} source={source} nodes={uiNodeFixtures[kind]} />
          ))}
        </PluginProvider>
        {kinds.length === 0 ? <p className="mut none">{words.none}</p> : null}
      </main>
      <EventLine source={source} />
    </div>
  )
}

function showAll(): GallerySource {
  const source = createGallerySource()
  for (const kind of UI_NODE_KINDS) {
    for (const [index, node] of uiNodeFixtures[kind].entries()) source.show(`${kind}/${index + 1}`, node)
  }
  return source
}

/** The browser looked for the anchor of the address before the page was there. */
function useAnchorAfterLoading(): void {
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
}
