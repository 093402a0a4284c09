import { PLAIN_PATH, type FsRequest, type HttpsRequest, type PluginRequests } from '@plugboard/package-format'
import * as z from 'zod/mini'

import { HTTPS_METHODS } from '../grants/httpsRules.ts'

const MOST_NAMES = z.maxLength(200)

// All as patterns, so that an editor sees them too.
const name = z
  .string()
  .check(
    z.regex(
      /^(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{0,63}$/,
      'must be lower-case letters, digits and "-", starting with a letter',
    ),
  )

const readable = z
  .string()
  .check(
    z.regex(
      /^(?:\*|(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{0,63})$/,
      'must be lower-case letters, digits and "-", or "*"',
    ),
  )

// As the manifest names folders and secrets.
const localName = z
  .string()
  .check(
    z.regex(
      /^(?!(?:constructor|prototype)$)[A-Za-z][A-Za-z0-9_-]{0,63}$/,
      'must be letters, digits, "_" and "-", starting with a letter',
    ),
  )

const HOST =
  /^(?:\*|(?:\*\.)?(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*)$/

const https: z.ZodMiniType<HttpsRequest> = z.strictObject({
  host: z.string().check(z.regex(HOST, 'must be a host name in lower-case letters, "*.example.org" or "*"')),
  port: z.exactOptional(z.int().check(z.minimum(1), z.maximum(65_535))),
  methods: z.exactOptional(z.array(z.enum(HTTPS_METHODS)).check(z.minLength(1), z.maxLength(HTTPS_METHODS.length))),
  pathPrefixes: z.exactOptional(
    z
      .array(
        z
          .string()
          .check(
            z.maxLength(200),
            z.regex(PLAIN_PATH, 'must be a path that begins with "/", without "..", "//", "%", "?" and "#"'),
          ),
      )
      .check(z.minLength(1), z.maxLength(16)),
  ),
  reason: z.exactOptional(z.string().check(z.maxLength(300))),
})

const fs: z.ZodMiniType<FsRequest> = z.strictObject({
  root: localName,
  operations: z.array(z.enum(['read', 'list', 'write'])).check(z.minLength(1), z.maxLength(3)),
  reason: z.exactOptional(z.string().check(z.maxLength(300))),
})

/** What a person may grant to one package: of the shape of a manifest's `requests`. */
export const grantsSchema: z.ZodMiniType<PluginRequests> = z.strictObject({
  readShared: z.exactOptional(z.array(readable).check(MOST_NAMES)),
  writeShared: z.exactOptional(z.array(name).check(MOST_NAMES)),
  systemCommands: z.exactOptional(z.array(name).check(MOST_NAMES)),
  components: z.exactOptional(z.array(name).check(MOST_NAMES)),
  https: z.exactOptional(z.array(https).check(z.maxLength(32))),
  fs: z.exactOptional(z.array(fs).check(z.maxLength(32))),
  secrets: z.exactOptional(z.array(localName).check(MOST_NAMES)),
})
