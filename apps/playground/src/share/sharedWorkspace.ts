import { inspectJson, isPackageId, isPlainObject, type CapabilityRequest, type JsonValue } from '@plugboard/contracts'
import * as z from 'zod/mini'

import { PROJECT_FILES, type ProjectFile } from '../projects/pluginProject.ts'
import { ShareError } from './shareError.ts'

/** What travels by a link: code and what it asks for. Never what it was granted. */
export interface SharedWorkspace {
  readonly name: string
  readonly projects: readonly SharedProject[]
  readonly instances: readonly SharedInstance[]
}

export interface SharedProject {
  readonly packageId: string
  readonly title: string
  readonly files: Readonly<Record<ProjectFile, string>>
}

export interface SharedInstance {
  readonly packageId: string
  /** What it had where it was shared: a wish, which the person who opens the link grants or not. */
  readonly asks?: CapabilityRequest
  /** Its own state; only when the person who shared it said so. */
  readonly state?: JsonValue
  /** Version of the shape of `state`. */
  readonly stateVersion?: number
}

const FORMAT = 'plugboard-share'

/** Makes a version out of the one before; the first entry makes version 2. May throw. */
type Migration = (share: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

const MIGRATIONS: readonly Migration[] = []

/** The version that is written. */
export const SHARE_VERSION: number = MIGRATIONS.length + 1

/** Levels and values of a whole share. */
const BUDGET = { depth: 250, values: 200_000 }

const LONGEST_FILE = 400_000
const names = z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100))
const packageId = z.string().check(z.refine(isPackageId))
const title = z.string().check(z.maxLength(200))

const schema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(SHARE_VERSION),
  name: title,
  projects: z
    .array(
      z.strictObject({
        packageId,
        title,
        files: z.strictObject(
          Object.fromEntries(
            PROJECT_FILES.map((file) => [file, z.string().check(z.maxLength(LONGEST_FILE))]),
          ) as Record<ProjectFile, z.ZodMiniString>, // One entry for each file.
        ),
      }),
    )
    .check(z.maxLength(50)),
  instances: z
    .array(
      z.strictObject({
        packageId,
        asks: z.optional(
          z.strictObject({
            readShared: z.optional(names),
            writeShared: z.optional(names),
            systemCommands: z.optional(names),
            components: z.optional(names),
          }),
        ),
        // The whole was inspected: whatever stands here is JSON data.
        state: z.optional(z.unknown()),
        stateVersion: z.optional(z.int().check(z.nonnegative())),
      }),
    )
    .check(z.maxLength(60)),
})

/** A share as JSON data, to be packed. */
export function writeShare(share: SharedWorkspace): JsonValue {
  return JSON.parse(JSON.stringify({ format: FORMAT, version: SHARE_VERSION, ...share })) as JsonValue
}

/**
 * Takes a share as it may have come from anybody: every field is checked, none is believed.
 *
 * @throws ShareError `SHARE_UNREADABLE`, `SHARE_TOO_NEW`, `SHARE_TOO_LARGE` or `SHARE_INVALID`.
 */
export function parseShare(value: unknown): SharedWorkspace {
  const fault = inspectJson(value, BUDGET)
  if (fault !== null) {
    const isMuch = fault.code === 'too-deep' || fault.code === 'too-many-values'
    throw new ShareError(isMuch ? 'SHARE_TOO_LARGE' : 'SHARE_INVALID', `${fault.code} at ${fault.path}`)
  }
  if (!isPlainObject(value) || value['format'] !== FORMAT) {
    throw new ShareError('SHARE_UNREADABLE', 'It does not say that it is a shared workspace.')
  }
  const { version } = value
  if (!Number.isSafeInteger(version) || Number(version) < 1) {
    throw new ShareError('SHARE_INVALID', 'It has no version.')
  }
  if (Number(version) > SHARE_VERSION) {
    throw new ShareError('SHARE_TOO_NEW', `It is of version ${String(version)}; this is version ${SHARE_VERSION}.`)
  }
  const parsed = schema.safeParse(migrate(value, Number(version)))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ShareError('SHARE_INVALID', `${issue?.path.join('.') ?? ''} is not what it should be.`)
  }
  const { format: _format, version: _version, ...share } = parsed.data
  const ids = share.projects.map((project) => project.packageId)
  if (new Set(ids).size < ids.length) throw new ShareError('SHARE_INVALID', 'Two of its plugins have one id.')
  return share as SharedWorkspace // The schema checked it; what is absent is absent.
}

function migrate(share: Readonly<Record<string, unknown>>, version: number): unknown {
  try {
    return MIGRATIONS.slice(version - 1).reduce((current, step) => step(current), share)
  } catch (cause) {
    throw new ShareError('SHARE_INVALID', `It is of version ${version}, and could not be read as one.`, { cause })
  }
}
