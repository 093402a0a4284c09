import { normaliseGrants } from '@plugboard/capabilities'
import type { CapabilityGrants, InstanceId, PackageId, RuntimeState } from '@plugboard/contracts'
import { removeInstances, type PluginHost } from '@plugboard/host'
import type { PluginManifest } from '@plugboard/package-format'
import type { Store } from '@reduxjs/toolkit'

import type { Ask } from '../consent/asks.ts'
import { takenIds, type TakingState } from '../projects/takenIds.ts'
import type { UndoOffers } from '../workspace/undoOffers.ts'
import type { ArrivedPackage, PackageFacts } from './arrivedPackage.ts'
import { carryGrants } from './carryGrants.ts'
import type { ImportedPackage } from './importedPackage.ts'
import { importsActions } from './importsSlice.ts'
import { importsMessages } from './importsMessages.ts'
import { asksOf, computeImportGrants } from './packageAsks.ts'
import { codeOf, codeOfImport, packContent, type PackageCode } from './packageContent.ts'
import { park, unpark } from './parkedInstance.ts'
import { rejectionWords } from './rejectionWords.ts'
import { readPackage } from './readPackage.ts'
import { updateInstances } from './updateInstances.ts'

const words = importsMessages

export interface PackageImportsOptions {
  readonly host: PluginHost
  readonly store: Pick<Store<TakingState>, 'dispatch' | 'getState'>
  readonly offers: UndoOffers
}

/**
 * The imported packages of one workspace. Nothing of a package runs before a person enabled it, and what runs is the content
 * that was agreed to, with no more than was granted.
 */
export class PackageImports {
  readonly #options: PackageImportsOptions

  constructor(options: PackageImportsOptions) {
    this.#options = options
  }

  /** What a file holds, and what could become of it. Nothing changes. */
  async read(file: File): Promise<ArrivedPackage> {
    const state = this.#options.store.getState()
    const { imports } = state
    const taken = new Set([...takenIds(state)].filter((packageId) => !Object.hasOwn(imports, packageId)))
    return await readPackage(file, { imports, taken })
  }

  /** Enables a package that is new here, with what was granted. */
  enable(facts: PackageFacts, granted: readonly Ask[]): void {
    this.#put({ ...describe(facts), granted: computeImportGrants(facts, granted), parked: null })
  }

  /** Whether an instance of it would be of use, and none is there. */
  isEmpty(packageId: PackageId): boolean {
    const { check } = this.#require(packageId)
    return this.#instancesOf(packageId).length === 0 && check.state === 'sound' && isUsable(check.manifest)
  }

  /**
   * One more instance of what was agreed to.
   *
   * @throws Error in the words of what keeps it from running. PluginHostError as `host.load` does.
   */
  async add(packageId: PackageId): Promise<InstanceId> {
    const imported = this.#require(packageId)
    const { code, manifest } = this.#codeOf(imported)
    // What was saved of the grants may have been changed since: they are cut once more.
    const initialGrants = computeImportGrants({ digest: imported.digest, manifest }, asksOf(imported.granted))
    return await this.#options.host.load({ packageId, ...code, initialGrants })
  }

  /**
   * Puts a newer version, or the content that was lost, into the instances that there are, and takes the place of what is here.
   * They go on with what they had of grants, less what is not asked for any more, and with what was granted of the new requests;
   * those of a disabled package as well.
   *
   * @throws Error in the words of what went wrong; the present version runs on in all of them then.
   */
  async update(facts: PackageFacts, granted: readonly Ask[]): Promise<void> {
    const { host, store } = this.#options
    const { manifest, packageId } = facts
    const before = this.#require(packageId)
    const next = describe(facts)
    const code = codeOf(next.content, manifest)
    if (code === null) throw new Error(words.notHere)
    const instanceIds = this.#instancesOf(packageId)
    const present = codeOfImport(before)?.code
    const own = new Set(instanceIds.filter((instanceId) => host.describe(instanceId)?.code === present))
    await updateInstances({ host, instanceIds, to: code, readState: () => this.#plugins })
    // Of what is not known any more, all was asked again: nothing of it is carried over.
    const { check } = before
    const anew = computeImportGrants(facts, granted)
    const carry = (had: CapabilityGrants): CapabilityGrants =>
      check.state === 'sound'
        ? carryGrants(had, { before: check.manifest.requests, after: manifest.requests, granted })
        : anew
    const { parked } = this.#require(packageId)
    this.#put({
      ...next,
      granted: computeImportGrants(facts, asksOf(carry(before.granted))),
      parked: parked?.map((instance) => ({ ...instance, grants: carry(normaliseGrants(instance.grants)) })) ?? null,
    })
    for (const instanceId of instanceIds) {
      const had = store.getState().plugins.grantsByInstance[instanceId]
      // Nor of what other code under its id was granted, that came with a workspace file.
      if (had !== undefined) host.setGrants(instanceId, own.has(instanceId) ? carry(had) : anew)
    }
  }

  /** What instances that are added from now on begin with. */
  setGranted(packageId: PackageId, granted: readonly Ask[]): void {
    const { check, digest } = this.#require(packageId)
    if (check.state !== 'sound') return
    const { manifest } = check
    const cut = computeImportGrants({ digest, manifest }, granted)
    this.#dispatch(importsActions.importGranted({ packageId, granted: cut }))
  }

  /** Ends its instances. What they were is kept, and nothing of it runs until it is enabled again. */
  async disable(packageId: PackageId): Promise<void> {
    const imported = this.#require(packageId)
    if (imported.parked !== null) return
    const { saved } = await removeInstances(this.#options.host, this.#instancesOf(packageId))
    this.#put({ ...this.#require(packageId), parked: saved.map(park) })
  }

  /** @throws Error when its content is not what was agreed to; PluginHostError of the first instance that does not come back. */
  async enableAgain(packageId: PackageId): Promise<void> {
    const { host } = this.#options
    const imported = this.#require(packageId)
    const { parked } = imported
    if (parked === null) return
    const { code, manifest } = this.#codeOf({ ...imported, parked: null })
    this.#put({ ...imported, parked: null })
    const ended = await Promise.allSettled(
      parked.map((instance) => {
        // As in `add`: what was saved of the grants may have been changed since.
        const asked = asksOf(normaliseGrants(instance.grants))
        const grants = computeImportGrants({ digest: imported.digest, manifest }, asked)
        return host.restore(unpark({ ...instance, grants }, code))
      }),
    )
    const failed = ended.find((end) => end.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  /** Takes it from the list with its instances, and offers to have it again. */
  async remove(packageId: PackageId): Promise<void> {
    const { host, offers, store } = this.#options
    const imported = this.#require(packageId)
    const removal = await removeInstances(host, this.#instancesOf(packageId))
    this.#dispatch(importsActions.importRemoved(packageId))
    let isPut = false
    offers.offer({
      text: words.removed(imported.title),
      undo: async () => {
        // Another one may have come in its place; after an attempt that failed half-way it is this one itself.
        const isBack = isPut && this.#find(packageId)?.digest === imported.digest
        if (!isBack && takenIds(store.getState()).has(packageId)) {
          throw new Error(words.idTaken(imported.title, packageId))
        }
        this.#put(imported)
        isPut = true
        await removal.undo()
      },
    })
  }

  #codeOf(imported: ImportedPackage): { readonly code: PackageCode; readonly manifest: PluginManifest } {
    const { check, parked, title } = imported
    if (parked !== null) throw new Error(words.isDisabled(title))
    if (check.state === 'checking') throw new Error(words.isChecking(title))
    if (check.state === 'rejected') throw new Error(rejectionWords(imported, check))
    if (!isUsable(check.manifest)) throw new Error(words.noWidget(title))
    const code = codeOfImport(imported)
    if (code === null) throw new Error(words.notHere)
    return { code, manifest: check.manifest }
  }

  #find(packageId: PackageId): ImportedPackage | undefined {
    const { imports } = this.#options.store.getState()
    return Object.hasOwn(imports, packageId) ? imports[packageId] : undefined
  }

  #require(packageId: PackageId): ImportedPackage {
    const imported = this.#find(packageId)
    if (imported === undefined) throw new Error(words.gone)
    return imported
  }

  #instancesOf(packageId: PackageId): readonly InstanceId[] {
    return Object.values(this.#plugins.instances).flatMap((instance) =>
      instance.packageId === packageId ? [instance.instanceId] : [],
    )
  }

  get #plugins(): RuntimeState {
    return this.#options.store.getState().plugins
  }

  #put(imported: ImportedPackage): void {
    this.#dispatch(importsActions.importPut(imported))
  }

  #dispatch(action: ReturnType<(typeof importsActions)[keyof typeof importsActions]>): void {
    this.#options.store.dispatch(action)
  }
}

function describe({
  digest,
  files,
  manifest,
  packageId,
  title,
}: PackageFacts): Omit<ImportedPackage, 'granted' | 'parked'> {
  const { version } = manifest
  return { packageId, title, version, digest, content: packContent(files), check: { state: 'sound', manifest } }
}

/** Whether there is anything that this playground does with an instance. */
function isUsable({ surfaces }: PluginManifest): boolean {
  return (surfaces.widgets ?? []).length > 0 || (surfaces.tools ?? []).length > 0
}
