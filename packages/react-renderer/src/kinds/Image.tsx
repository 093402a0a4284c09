import { type ReactElement, useMemo, useState } from 'react'

import { useA11y } from '../a11yProps.ts'
import { type ImageFault, inspectImage } from '../images/inspectImage.ts'
import type { NodeProps } from '../nodeProps.ts'

/** A picture that came with the tree, once its bytes have been looked at. */
export function Image({ node }: NodeProps<'image'>): ReactElement {
  const { alt, fit, height, src, width } = node
  const fault = useMemo(() => inspectImage(src), [src])
  const [broken, setBroken] = useState<string | null>(null)
  const a11y = useA11y(node.a11y)
  const room =
    width === undefined || height === undefined ? {} : { inlineSize: width, aspectRatio: `${width} / ${height}` }
  const problem = fault === null ? (broken === src ? WORDS.broken : null) : WORDS[fault]
  if (problem !== null) {
    return (
      <span
        className="pui-image pui-no-image"
        style={room}
        {...(alt === '' && node.a11y?.label === undefined
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': alt, ...a11y })}
      >
        <bdi>{alt}</bdi> <span className="pui-no-image-reason">{problem}</span>
      </span>
    )
  }
  return (
    <img
      className="pui-image"
      src={src}
      alt={alt}
      width={width}
      height={height}
      style={room}
      data-fit={fit}
      decoding="async"
      loading="lazy"
      draggable={false}
      onError={() => setBroken(src)}
      {...a11y}
    />
  )
}

const WORDS: Readonly<Record<ImageFault | 'broken', string>> = {
  broken: 'This picture cannot be shown.',
  'not-a-picture': 'This picture cannot be shown.',
  'too-large': 'This picture is too large to be shown.',
}
