import {
  API_VERSIONS,
  digestJson,
  isPackageId,
  isPlainObject,
  nearestName,
  type PackageId,
  type PackageManifest,
  type PluginLimits,
  type PluginReducer,
  type RuntimeErrorShape,
} from '@plugboard/contracts'

import { copyAsJson } from './copyAsJson.ts'
import type { LoadInstanceRequest } from './pluginHost.ts'
import { PluginHostError } from './pluginHostError.ts'
import type { MigrateState, PluginPackage } from './pluginPackage.ts'

/** What an instance runs, and whether the host vouches for it. */
export interface InstanceCode {
  readonly code: string
  readonly sourceMap?: string
  readonly manifest: PackageManifest | null
  /**
   * Whether this host gives its word for the code: it lists it, or was handed it with a manifest. A manifest that came out of a
   * file says what the code is called and no more, and neither does a package's id.
   */
  readonly isTrusted: boolean
  /** Whether it is the code of a listed package: what is listed needs not be saved. */
  readonly isListed: boolean
  /** Why the code cannot be had, or must not meet the state that was saved: loading it fails with this. */
  readonly fault?: RuntimeErrorShape
}

/** The trusted packages of a host, by id. */
export class PackageCatalog {
  readonly #packages = new Map<PackageId, PluginPackage>()
  /** One for all instances of a package, so that it is digested once. */
  readonly #codes = new Map<PackageId, InstanceCode>()

  /** @throws PluginHostError `INVALID_MANIFEST`. */
  constructor(packages: readonly PluginPackage[]) {
    for (const plugin of packages) {
      const { code, manifest, sourceMap } = plugin
      const { packageId } = checkManifest(manifest, manifest.packageId)
      if (this.#packages.has(packageId)) throw invalid(packageId, 'two packages have this id; rename or drop one')
      this.#packages.set(packageId, plugin)
      this.#codes.set(packageId, { ...createInstanceCode(code, sourceMap, manifest), isListed: true })
    }
  }

  get localReducers(): Readonly<Record<PackageId, PluginReducer>> {
    const reducers: Record<PackageId, PluginReducer> = {}
    for (const [packageId, { localReducer }] of this.#packages) {
      if (localReducer !== undefined) reducers[packageId] = localReducer
    }
    return reducers
  }

  /** The code of the listed package of that id. */
  findCode(packageId: PackageId): InstanceCode | undefined {
    return this.#codes.get(packageId)
  }

  /** What brings older states of a package to a version. The package's own migration makes states of its own version only. */
  findMigration(packageId: PackageId, stateVersion: number | undefined): MigrateState | undefined {
    const listed = this.#packages.get(packageId)
    return listed?.manifest.stateVersion === stateVersion ? listed?.migrate : undefined
  }

  /** @throws PluginHostError `UNKNOWN_PACKAGE` or `INVALID_MANIFEST`. */
  resolve(request: LoadInstanceRequest): InstanceCode {
    const { code, manifest, packageId, sourceMap, trusted } = request
    if (code === undefined) {
      const listed = this.findCode(packageId)
      if (listed === undefined) throw this.#unknown(packageId)
      return listed
    }
    if (!isPackageId(packageId)) throw invalid(packageId, 'use lower-case letters, digits and "-" as its id')
    // Code that took the name of a listed package is still not that package: it has no manifest.
    const checked = manifest === undefined ? null : checkManifest(manifest, packageId)
    return createInstanceCode(code, sourceMap, checked, trusted)
  }

  #unknown(packageId: PackageId): PluginHostError {
    const name = packageId.slice(0, 80)
    const near = nearestName(name, [...this.#packages.keys()])
    return new PluginHostError({
      code: 'UNKNOWN_PACKAGE',
      message: `No package "${name}" is listed with this host.${near === undefined ? '' : ` Did you mean "${near}"?`} List it in packages, or pass its code.`,
    })
  }
}

export function createInstanceCode(
  code: string,
  sourceMap: string | undefined,
  manifest: PackageManifest | null,
  trusted = true,
): InstanceCode {
  return {
    code,
    ...(sourceMap === undefined ? {} : { sourceMap }),
    manifest,
    isTrusted: trusted && manifest !== null,
    isListed: false,
  }
}

/** The code's digest for the trace. None of code that is too long to be run: reading it all is what the limit saves. */
export function describeCode(code: InstanceCode, { bytesIn }: PluginLimits): { readonly codeDigest?: string } {
  return code.code.length > bytesIn ? {} : { codeDigest: digestCode(code) }
}

const digests = new WeakMap<InstanceCode, string>()

/** The code's digest; read all through once. */
export function digestCode(code: InstanceCode): string {
  let digest = digests.get(code)
  if (digest === undefined) {
    digest = digestJson(code.code)
    digests.set(code, digest)
  }
  return digest
}

/** Takes the manifest of a package. @throws PluginHostError `INVALID_MANIFEST`. */
// The type promises most of this, but a manifest is often parsed JSON; the strict parser lives in contracts/schemas.
export function checkManifest(manifest: PackageManifest, packageId: PackageId): PackageManifest {
  if (!isPlainObject(manifest)) throw invalid(packageId, 'it is not an object')
  if (!isPackageId(manifest.packageId)) throw invalid(packageId, 'its packageId is not a legal id')
  if (manifest.packageId !== packageId) throw invalid(packageId, `it belongs to "${manifest.packageId}"`)
  if (typeof manifest.title !== 'string') throw invalid(packageId, 'it has no title')
  if (!isPlainObject(manifest.capabilities)) throw invalid(packageId, 'it has no capabilities; use {} for none')
  if (!API_VERSIONS.includes(manifest.apiVersion)) {
    throw invalid(packageId, `its apiVersion is not one of ${API_VERSIONS.join(', ')}`)
  }
  const { stateVersion } = manifest
  if (stateVersion !== undefined && (!Number.isSafeInteger(stateVersion) || stateVersion < 0)) {
    throw invalid(packageId, 'its stateVersion is no whole number from 0 on')
  }
  // It is saved with the code that it belongs to.
  if (copyAsJson(manifest) === null) throw invalid(packageId, 'it is no JSON data')
  return manifest
}

function invalid(packageId: unknown, problem: string): PluginHostError {
  return new PluginHostError({
    code: 'INVALID_MANIFEST',
    message: `The manifest of "${String(packageId).slice(0, 80)}" cannot be used: ${problem}.`,
  })
}
