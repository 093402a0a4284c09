import type { JsonObject } from '@plugboard/contracts'

import { walkSchemaObjects } from './schemaObjects.ts'

/**
 * What is wrong with the regular expressions of a schema, or null. The host applies a schema where nothing can stop it, and an
 * expression as short as `^(a+)+$` needs more steps than there is time: so there are none.
 */
export function findPatternFault(root: JsonObject): string | null {
  for (const schema of walkSchemaObjects(root)) {
    // A property may be called so; what it is then is a schema, and no text.
    if (typeof schema['pattern'] === 'string') return 'uses "pattern"'
    if ('patternProperties' in schema) return 'uses "patternProperties"'
  }
  return null
}
