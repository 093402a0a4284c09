import type { JsonObject } from '@plugboard/contracts'
import type { PackageDigest, PackageSignature } from '@plugboard/package-format'
import * as z from 'zod/mini'

import type { EnabledPlugin } from './enablement.ts'
import { grantsSchema } from './grantsSchema.ts'

/** Semantic version 2.0: https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string */
export const version: z.ZodMiniString = z
  .string()
  .check(
    z.maxLength(64),
    z.regex(
      /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/,
      'must be a version, as "1.4.0"',
    ),
  )

/** A digest; the type says what the pattern checks. */
export const digest: z.ZodMiniType<PackageDigest> = z
  .string()
  .check(
    z.regex(/^sha256:[0-9a-f]{64}$/, 'must be "sha256:" and 64 hexadecimal digits'),
  ) as unknown as z.ZodMiniType<PackageDigest>

/** A signature in its form; whether it is one is verified elsewhere. */
export const signature: z.ZodMiniType<PackageSignature> = z.strictObject({
  format: z.literal('plugboard-signature/1'),
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/, 'must be an Ed25519 key in base64')),
  signature: z.string().check(z.regex(/^[A-Za-z0-9+/]{86}==$/, 'must be an Ed25519 signature in base64')),
})

const ref = z
  .string()
  .check(
    z.regex(
      /^(?:[a-z][a-z0-9-]{0,31}:)?(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{0,63}$/,
      'must be a package and perhaps its source, as "folder:clock"',
    ),
  )

const surface = z
  .string()
  .check(
    z.regex(
      /^(?:widget|tool|hook|service):[A-Za-z][A-Za-z0-9_.:-]{0,79}$/,
      'must be a surface, as "tool:add" or "widget:main"',
    ),
  )

// It was walked before; whether it fits the package is asked of the package's own schema.
const config = z.record(z.string(), z.unknown()) as unknown as z.ZodMiniType<JsonObject>

/** The file, with the grants not looked at yet: they are checked by themselves, so that a fault costs one package. */
export interface EnablementFile {
  readonly $schema?: string
  readonly version: 1
  readonly plugins: readonly EnablementFileEntry[]
}

export interface EnablementFileEntry extends Omit<EnabledPlugin, 'grants' | 'config' | 'faults'> {
  readonly grants?: unknown
  readonly config?: JsonObject
}

export const enablementFileSchema: z.ZodMiniType<EnablementFile> = fileSchema(z.unknown())

/** The JSON Schema (draft 2020-12) of `plugins.json`, for editors. It is published as `schema/plugins.schema.json`. */
export function enablementJsonSchema(): JsonObject {
  // JSON by what it is made from.
  const schema = z.toJSONSchema(fileSchema(grantsSchema), { io: 'input' }) as unknown as JsonObject
  return { ...schema, title: 'plugins.json: enabled plugins and what each may do' }
}

function fileSchema(grants: z.ZodMiniType): z.ZodMiniType<EnablementFile> {
  return z.strictObject({
    $schema: z.exactOptional(z.string().check(z.maxLength(300))),
    version: z.literal(1),
    plugins: z
      .array(
        z.strictObject({
          ref,
          version: z.exactOptional(version),
          digest: z.exactOptional(digest),
          surfaces: z.exactOptional(z.array(surface).check(z.maxLength(200))),
          grants: z.exactOptional(grants),
          config: z.exactOptional(config),
          signatures: z.exactOptional(z.array(signature).check(z.maxLength(8))),
        }),
      )
      .check(z.maxLength(1_000)),
  })
}
