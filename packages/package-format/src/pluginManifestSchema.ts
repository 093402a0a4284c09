import type { JsonObject } from '@plugboard/contracts'
import * as z from 'zod/mini'

import { manifestSchema } from './manifestSchema.ts'

/** The JSON Schema of `plugin.json` (draft 2020-12), for editors and other tools. Also published as `plugin.schema.json`. */
export const pluginManifestSchema: JsonObject = {
  // JSON by what it is made from.
  ...(z.toJSONSchema(manifestSchema, { io: 'input' }) as JsonObject),
  title: 'Plugin manifest',
}
