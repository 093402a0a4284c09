import type { PackageManifest } from '@plugboard/contracts'
import {
  parsePluginManifest,
  toPackageManifest,
  type PackageFiles,
  type PluginManifest,
} from '@plugboard/package-format'

import { tidyTitle } from '../projects/tidyTitle.ts'
import type { ImportedPackage, PackedContent } from './importedPackage.ts'

/** What a VM gets of a package, and what of its manifest the host goes by. */
export interface PackageCode {
  readonly code: string
  readonly sourceMap?: string
  readonly manifest: PackageManifest
  /** The manifest is the author's word. */
  readonly trusted: false
}

/** Most bytes that become one argument list. */
const CHUNK = 8_192

/** The files of a package as they are kept beside a workspace's other JSON data. */
export function packContent(files: PackageFiles): PackedContent {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, toBase64(bytes)]))
}

/** The files again. One that was changed into something else than base64 is missing: the check tells. */
export function unpackContent(content: PackedContent): PackageFiles {
  const files = new Map<string, Uint8Array>()
  for (const [path, text] of Object.entries(content)) {
    const bytes = fromBase64(text)
    if (bytes !== null) files.set(path, bytes)
  }
  return files
}

/** A file of a package as text; null when it is not there or no UTF-8. */
export function readText(files: PackageFiles, path: string): string | null {
  const bytes = files.get(path)
  if (bytes === undefined) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What runs of a package whose content was checked; null where nothing of it runs here. */
export function codeOf(content: PackedContent, manifest: PluginManifest): PackageCode | null {
  const { runtime } = manifest
  if (runtime.kind !== 'quickjs') return null
  const files = unpackContent(content)
  const code = readText(files, runtime.entry)
  if (code === null) return null
  const sourceMap = runtime.sourceMap === undefined ? null : readText(files, runtime.sourceMap)
  return {
    code,
    ...(sourceMap === null ? {} : { sourceMap }),
    manifest: describeManifest(manifest),
    trusted: false,
  }
}

// Its words are its author's. A state without a version is of version 1, also when a later release forgets to say so.
function describeManifest(manifest: PluginManifest): PackageManifest {
  const { description, ...rest } = toPackageManifest(manifest)
  return {
    ...rest,
    title: tidyTitle(manifest.name),
    ...(description === undefined ? {} : { description: tidyTitle(description) }),
    stateVersion: manifest.stateVersion ?? 1,
  }
}

/** What a content would run, to be read by a person. Nothing of it was checked. */
export function codeInContent(content: PackedContent): string {
  const manifest = parsePluginManifest(unpackContent(content).get('plugin.json') ?? '').manifest
  return (manifest === undefined ? null : codeOf(content, manifest)?.code) ?? ''
}

/** {@link codeOf} of a package as it is kept; null while it is not known to be what was agreed to. */
export function codeOfImport({ check, content }: ImportedPackage): PackageCode | null {
  return check.state === 'sound' ? codeOf(content, check.manifest) : null
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
