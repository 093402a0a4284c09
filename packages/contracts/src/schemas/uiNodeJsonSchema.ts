import * as z from 'zod/mini'

import { UI_NODE_KINDS } from '../ui/uiNode.ts'
import { nodeSchemas } from './nodeSchemas.ts'

/** The kinds that a plugin may send, as JSON Schema (draft 2020-12): for editors and for prompts. Children are open. */
export function uiNodeJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    oneOf: UI_NODE_KINDS.map((kind) => {
      const { $schema: _, ...schema } = z.toJSONSchema(nodeSchemas[kind].props)
      return schema
    }),
  }
}
