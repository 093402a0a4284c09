import type { JsonObject } from '@plugboard/contracts'
import * as z from 'zod/mini'

import { dottedName, line, lines, localName, name, nameOrEvery } from './manifestText.ts'
import { PACKAGE_LIMITS } from './packageLimits.ts'
import { PACKAGE_PATH, PACKAGE_PATH_LENGTH } from './packagePath.ts'
import { PLAIN_PATH } from './plainPath.ts'
import type { PluginManifest } from './pluginManifest.ts'

const optional = z.exactOptional

const path = z
  .string()
  .check(
    z.maxLength(PACKAGE_PATH_LENGTH),
    z.regex(PACKAGE_PATH, 'must be a path of letters, digits, ".", "_", "-", "+" and "@" with "/" between folders'),
  )

// https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string
const SEMVER =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/
const RANGE = /^[0-9A-Za-z.*<>=^~| +-]*$/
const HOST =
  /^(?:\*|(?:\*\.)?(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*)$/
const WORLD = /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*@\d{1,5}\.\d{1,5}\.\d{1,5}$/
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

// What is in it is a matter of its validator; that it is JSON is known before any schema runs.
const jsonSchema = z.record(z.string(), z.unknown()) as unknown as z.ZodMiniType<JsonObject>

function list<Item extends z.core.SomeType>(item: Item, most: number): z.ZodMiniArray<Item> {
  return z.array(item).check(z.maxLength(most))
}

const runtime = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quickjs'), entry: path, sourceMap: optional(path), apiVersion: z.literal(1) }),
  z.strictObject({
    kind: z.literal('wasm-component'),
    component: path,
    world: z
      .string()
      .check(z.maxLength(200), z.regex(WORLD, 'must be a world of WIT with its version, as "a:b/world@0.1.0"')),
  }),
])

const surfaces = z.strictObject({
  widgets: optional(list(z.strictObject({ id: localName, title: line(80) }), 32)),
  tools: optional(
    list(
      z.strictObject({
        name: localName,
        description: lines(1_000),
        inputSchema: jsonSchema,
        outputSchema: optional(jsonSchema),
        externalWrite: optional(z.boolean()),
      }),
      64,
    ),
  ),
  hooks: optional(
    list(z.strictObject({ point: dottedName, priority: optional(z.int().check(z.minimum(-100), z.maximum(100))) }), 32),
  ),
  services: optional(
    list(
      z.strictObject({
        name: localName,
        description: optional(lines(1_000)),
        events: list(dottedName, 32),
        commands: optional(list(dottedName, 32)),
      }),
      8,
    ),
  ),
})

const requests = z.strictObject({
  readShared: optional(list(nameOrEvery, 200)),
  writeShared: optional(list(name, 200)),
  systemCommands: optional(list(name, 200)),
  components: optional(list(name, 200)),
  https: optional(
    list(
      z.strictObject({
        host: z.string().check(z.regex(HOST, 'must be a host name in lower case, "*.example.org" or "*"')),
        port: optional(z.int().check(z.minimum(1), z.maximum(65_535))),
        methods: optional(list(z.enum(METHODS), METHODS.length)),
        pathPrefixes: optional(
          list(
            z
              .string()
              .check(
                z.maxLength(200),
                z.regex(PLAIN_PATH, 'must be a path that begins with "/", without "..", "//", "%", "?" and "#"'),
              ),
            16,
          ),
        ),
        reason: optional(line(200)),
      }),
      32,
    ),
  ),
  fs: optional(
    list(
      z.strictObject({
        root: localName,
        operations: list(z.enum(['read', 'list', 'write']), 3).check(z.minLength(1)),
        reason: optional(line(200)),
      }),
      8,
    ),
  ),
  secrets: optional(list(localName, 16)),
})

/** The shape of `plugin.json`, strictly. What needs more than one place of it to be judged is a validator's. */
export const manifestSchema: z.ZodMiniType<PluginManifest> = z.strictObject({
  $schema: optional(z.string().check(z.maxLength(500))),
  schemaVersion: z.literal(1),
  id: name,
  name: line(80),
  version: z.string().check(z.maxLength(64), z.regex(SEMVER, 'must be a version as "1.4.0" or "2.0.0-rc.1"')),
  description: optional(lines(1_000)),
  license: optional(line(80)),
  engines: optional(
    z.strictObject({
      plugboard: optional(
        z.string().check(z.maxLength(64), z.minLength(1), z.regex(RANGE, 'must be a range of versions as "^1.2.0"')),
      ),
    }),
  ),
  runtime,
  surfaces,
  // oxlint-disable-next-line no-underscore-dangle -- the library's name
  requests: z._default(requests, {}),
  stateVersion: optional(z.int().check(z.minimum(0))),
  configSchema: optional(jsonSchema),
  files: optional(list(path, PACKAGE_LIMITS.files - 1)),
})
