import { readFileSync } from 'node:fs'

import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema'

const text = readFileSync(new URL('../schema/cli-output.schema.json', import.meta.url), 'utf8')
// a schema of this package's own
const validator = new Validator(JSON.parse(text) as Schema, '2020-12', false)

/** What the published schema has against an output; empty when it is one. */
export function validateOutput(output: unknown): readonly OutputUnit[] {
  const { errors, valid } = validator.validate(output)
  return valid ? [] : errors.slice(-3)
}
