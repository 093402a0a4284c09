import type { UINode, UINodeKind } from '@plugboard/contracts'
import { memo, useId, type NamedExoticComponent } from 'react'

import { anchorOf } from './anchor.ts'
import { FixtureCard } from './FixtureCard.tsx'
import type { GallerySource } from './gallerySource.ts'

export interface KindSectionProps {
  readonly kind: UINodeKind
  readonly nodes: readonly UINode[]
  readonly source: GallerySource
}

/** One kind in all its states. */
export const KindSection: NamedExoticComponent<KindSectionProps> = memo(function KindSection({
  kind,
  nodes,
  source,
}: KindSectionProps) {
  const titleId = useId()
  return (
    <section className="kind" id={anchorOf(kind)} aria-labelledby={titleId}>
      <h2 className="mono" id={titleId}>
        {kind}
      </h2>
      <div className="states">
        {nodes.map((node, index) => (
          <FixtureCard
            key={index}
            name={`${kind} ${index + 1}`}
            widgetId={`${kind}/${index + 1}`}
            {...{ node, source }}
          />
        ))}
      </div>
    </section>
  )
})
