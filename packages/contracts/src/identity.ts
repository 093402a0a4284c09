import { nanoid } from 'nanoid'

/** Host-assigned plugin kind: lower-case letters, digits and dashes, 1 to 64 characters, none of JavaScript's prototype names. */
export type PackageId = string

/** Host-generated name of one running plugin: `${packageId}@${8 random characters}`. */
export type InstanceId = string

/** The identity that the host stamps on everything an instance says. */
export interface RuntimeIdentity {
  readonly packageId: PackageId
  readonly instanceId: InstanceId
}

const PACKAGE_ID = /^[a-z][a-z0-9-]{0,63}$/
const INSTANCE_SUFFIX = /^[A-Za-z0-9_-]{1,64}$/

// Of JavaScript's prototype names only these two match the pattern of a package id.
const RESERVED_NAMES: readonly string[] = ['constructor', 'prototype']

/** Whether `value` may name a package. */
export function isPackageId(value: unknown): value is PackageId {
  return typeof value === 'string' && PACKAGE_ID.test(value) && !RESERVED_NAMES.includes(value)
}

/**
 * A new instance id for a package. The format lives here and in {@link parseInstanceId} only.
 *
 * @throws `TypeError` when `packageId` is not a legal package id.
 */
export function createInstanceId(packageId: PackageId): InstanceId {
  if (!isPackageId(packageId)) {
    throw new TypeError(
      `"${String(packageId).slice(0, 80)}" is not a package id: use lower-case letters, digits and "-", starting with a letter, 64 at most.`,
    )
  }
  return `${packageId}@${nanoid(8)}`
}

/** Takes an instance id apart, or returns null for anything that {@link createInstanceId} could not have made. */
export function parseInstanceId(value: unknown): { readonly packageId: PackageId; readonly suffix: string } | null {
  if (typeof value !== 'string') return null
  const at = value.indexOf('@')
  if (at < 0) return null
  const packageId = value.slice(0, at)
  const suffix = value.slice(at + 1)
  return isPackageId(packageId) && INSTANCE_SUFFIX.test(suffix) ? { packageId, suffix } : null
}
