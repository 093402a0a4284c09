import * as z from 'zod/mini'

import type { ImageNode } from '../../ui/kinds/image.ts'
import { IMAGE_LENGTH, IMAGE_SOURCE } from '../../ui/imageSource.ts'
import type { NodeSchema } from '../nodeSchema.ts'
import { base, optional, text } from '../vocabulary.ts'

const pixels = z.int().check(z.minimum(1), z.maximum(4_096))

export const imageSchema: NodeSchema<ImageNode> = {
  props: z.strictObject({
    kind: z.literal('image'),
    ...base,
    src: z
      .string()
      .check(
        z.maxLength(IMAGE_LENGTH),
        z.regex(IMAGE_SOURCE, 'must be a base64 data: URI of a PNG, JPEG, WebP, GIF or AVIF'),
      ),
    alt: text(500),
    width: optional(pixels),
    height: optional(pixels),
    fit: optional(z.enum(['cover', 'contain'])),
  }),
}
