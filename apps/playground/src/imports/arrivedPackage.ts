import type { Diagnostic, PackageId } from '@plugboard/contracts'
import type { PackageDigest, PackageFiles, PluginManifest } from '@plugboard/package-format'
import type { RequestDescription } from '@plugboard/registry'

import type { Ask } from '../consent/asks.ts'
import type { ImportedPackage } from './importedPackage.ts'

/** A packed plugin that came in, as it is shown before anything of it runs. Nothing of it is believed. */
export interface ArrivedPackage {
  /** Of the file; fit to be shown. */
  readonly fileName: string
  /** Null where there is none that could be read. */
  readonly facts: PackageFacts | null
  /** All that was found, errors first. */
  readonly diagnostics: readonly Diagnostic[]
  readonly offer: PackageOffer
}

/** What a package says of itself, and what it is. */
export interface PackageFacts {
  readonly packageId: PackageId
  /** Fit to be shown. */
  readonly title: string
  readonly manifest: PluginManifest
  readonly digest: PackageDigest
  readonly files: PackageFiles
  /** What would run; null where nothing of it runs here. */
  readonly code: string | null
  readonly asks: PackageAsks
}

/** What is asked for. Asking gives nothing. */
export interface PackageAsks {
  /** What this playground has, each once. */
  readonly known: readonly Ask[]
  /** What this playground does not have, and cannot grant. */
  readonly unavailable: readonly RequestDescription[]
}

export type PackageOffer =
  | { readonly kind: 'import' }
  | {
      readonly kind: 'update'
      /** What is here. */
      readonly present: ImportedPackage
      /** What the new version asks for and the present one did not. */
      readonly added: PackageAsks
    }
  | { readonly kind: 'refused'; readonly reason: PackageRefusal }

/** Why a package is not taken. */
export type PackageRefusal =
  /** Its diagnostics say why. */
  | { readonly code: 'faulty' }
  /** Another plugin has its id. */
  | { readonly code: 'taken'; readonly packageId: PackageId }
  /** This very content is here. */
  | { readonly code: 'present'; readonly title: string; readonly version: string }
  /** A newer version is here. */
  | { readonly code: 'older'; readonly title: string; readonly version: string; readonly present: string }
  /** The same version with another content is here: one of the two was changed. */
  | { readonly code: 'other-content'; readonly title: string; readonly version: string }
