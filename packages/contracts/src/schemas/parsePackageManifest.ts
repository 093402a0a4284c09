import * as z from 'zod/mini'

import { EVERY_DOMAIN, isCapabilityName, type CapabilityGrants } from '../capabilityGrants.ts'
import { isPackageId } from '../identity.ts'
import { inspectJson } from '../jsonGuard.ts'
import type { PackageManifest } from '../packageManifest.ts'
import { describeIssue } from './describeIssue.ts'
import { label, optional, text } from './vocabulary.ts'

/** Says what is wrong with a manifest or a set of grants, and where. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
  /** Of the first fault, as `capabilities.readShared[0]`; empty for the value itself. */
  readonly path: string

  constructor(what: string, path: string, message: string) {
    super(`${what} is not valid: ${path === '' ? 'it' : path} ${message}.`)
    this.path = path
  }
}

const names = z.array(z.string().check(z.refine(isCapabilityName))).check(z.maxLength(200))
const readable = z
  .array(z.string().check(z.refine((name) => name === EVERY_DOMAIN || isCapabilityName(name))))
  .check(z.maxLength(200))

const manifestSchema: z.ZodMiniType<PackageManifest> = z.strictObject({
  apiVersion: z.literal(1),
  packageId: z.string().check(z.refine(isPackageId)),
  title: label,
  description: optional(text(1_000)),
  version: optional(text(64)),
  stateVersion: optional(z.int().check(z.nonnegative())),
  capabilities: z.strictObject({
    readShared: optional(readable),
    writeShared: optional(names),
    systemCommands: optional(names),
    components: optional(names),
  }),
})

const grantsSchema: z.ZodMiniType<CapabilityGrants> = z.strictObject({
  readShared: readable,
  writeShared: names,
  systemCommands: names,
  components: optional(names),
})

/**
 * Parses a trusted manifest: strictly, so that a typo is found.
 *
 * @throws SchemaError with the path of the first fault.
 */
export function parsePackageManifest(value: unknown): PackageManifest {
  return parse('The manifest', manifestSchema, value)
}

/**
 * Parses a set of grants, as stored or as set by a person.
 *
 * @throws SchemaError with the path of the first fault.
 */
export function parseCapabilityGrants(value: unknown): CapabilityGrants {
  return parse('The set of grants', grantsSchema, value)
}

function parse<T>(what: string, schema: z.ZodMiniType<T>, value: unknown): T {
  const fault = inspectJson(value, { depth: 16, values: 2_000 })
  if (fault !== null) throw new SchemaError(what, fault.path, 'is not plain JSON')
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const { path, message } = describeIssue(result.error.issues)
  throw new SchemaError(what, path.replace(/^\./, ''), message)
}
