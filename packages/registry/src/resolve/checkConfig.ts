import { Validator } from '@cfworker/json-schema'
import { inspectJson, type Diagnostic, type JsonObject } from '@plugboard/contracts'

import { createDiagnostic, quoted } from '../registryDiagnostics.ts'
import { REGISTRY_LIMITS } from '../registryLimits.ts'

/**
 * Holds what a person set against what the package says may be set. The schema is the package's: the package format has
 * bounded what it takes for one value, and the package is not asked when it has errors.
 */
export function checkConfig(ref: string, config: JsonObject, schema: JsonObject | undefined): readonly Diagnostic[] {
  const refuse = (message: string): readonly Diagnostic[] => [
    createDiagnostic('config-invalid', message, { ref, path: 'plugins.json#config' }),
  ]
  if (schema === undefined) {
    const [key] = Object.keys(config)
    return key === undefined ? [] : refuse(`The package takes no configuration, and ${quoted(key)} is set.`)
  }
  if (JSON.stringify(config).length > REGISTRY_LIMITS.configBytes) {
    return refuse(`The configuration is larger than ${REGISTRY_LIMITS.configBytes} characters.`)
  }
  if (inspectJson(config, { depth: REGISTRY_LIMITS.jsonDepth, values: REGISTRY_LIMITS.configValues }) !== null) {
    return refuse(`The configuration has more than ${REGISTRY_LIMITS.configValues} values, or is nested too deeply.`)
  }
  try {
    // A copy, because the validator writes into the schema.
    const { errors, valid } = new Validator(structuredClone(schema), '2020-12').validate(config)
    // The innermost fault is last: those before it only say that something in them has one.
    const fault = errors.at(-1)
    if (valid) return []
    return refuse(fault === undefined ? 'It does not fit.' : `At ${quoted(fault.instanceLocation)}: ${fault.error}`)
  } catch {
    return refuse('The schema of the package cannot be followed.')
  }
}
