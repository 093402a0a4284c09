import { measureJsonDepth, type JsonObject } from '@plugboard/contracts'

import { packageDiagnostic, type PackageDiagnostic } from '../packageDiagnostic.ts'
import { PACKAGE_LIMITS } from '../packageLimits.ts'
import type { PluginManifest } from '../pluginManifest.ts'
import type { PackageValidator } from './packageValidator.ts'
import { findSchemaFault } from './schemaExpansion.ts'

/**
 * Whether each JSON Schema of the manifest stands alone, is of an object and is small: it will be applied to values, by
 * the host, and a schema can be written so that this has no end.
 */
export const checkSchemas: PackageValidator = ({ manifest }) =>
  listSchemas(manifest).flatMap(([place, schema]) => {
    const what = findFault(schema)
    return what === null ? [] : reject(place, what)
  })

function listSchemas({ configSchema, surfaces }: PluginManifest): readonly (readonly [string, JsonObject])[] {
  const schemas: (readonly [string, JsonObject])[] = configSchema === undefined ? [] : [['configSchema', configSchema]]
  for (const [index, tool] of (surfaces.tools ?? []).entries()) {
    schemas.push([`surfaces.tools.${index}.inputSchema`, tool.inputSchema])
    if (tool.outputSchema !== undefined) schemas.push([`surfaces.tools.${index}.outputSchema`, tool.outputSchema])
  }
  return schemas
}

function findFault(schema: JsonObject): string | null {
  const text = JSON.stringify(schema)
  if (text.length > PACKAGE_LIMITS.schemaBytes) return `has more than ${PACKAGE_LIMITS.schemaBytes} bytes`
  if (measureJsonDepth(text) > PACKAGE_LIMITS.schemaDepth) return `has more than ${PACKAGE_LIMITS.schemaDepth} levels`
  if (schema['type'] !== 'object') return 'does not begin with "type": "object"'
  return findSchemaFault(schema)
}

function reject(place: string, what: string): PackageDiagnostic {
  return packageDiagnostic({
    code: 'schema-rejected',
    message: `The schema at "${place}" ${what}.`,
    path: `plugin.json#${place}`,
  })
}
