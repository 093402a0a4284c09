import type { NodeBase } from '../vocabulary.ts'

/** A picture that is part of the tree. Pictures are never fetched: an address would tell a server who looks. */
export interface ImageNode extends NodeBase {
  readonly kind: 'image'
  /** A base64 `data:` URI of a PNG, JPEG, WebP, GIF or AVIF, at most 350,000 characters and 4,096 pixels a side. */
  readonly src: string
  /** What it shows, for those who do not see it; empty when it only decorates. At most 500 characters. */
  readonly alt: string
  /** Pixels, 1 to 4,096. Room is kept for them before the picture is there. */
  readonly width?: number
  /** Pixels, 1 to 4,096. */
  readonly height?: number
  /** How it fills its room when the proportions differ; `contain` when absent. */
  readonly fit?: 'cover' | 'contain'
}
