import { isPackageId, type CapabilityRequest, type PackageId } from '@plugboard/contracts'

import { createManifestText } from './manifestText.ts'
import type { PluginProject } from './pluginProject.ts'

export interface CreateProjectOptions {
  readonly title: string
  /** Of `plugin.tsx`. */
  readonly text: string
  /** What its manifest asks for. */
  readonly capabilities?: CapabilityRequest
  /** Ids that something has already. */
  readonly taken: ReadonlySet<PackageId>
  /** In milliseconds since the epoch. */
  readonly at: number
}

/** A project under an id of its own, made of its title. */
export function createProject({ at, capabilities, taken, text, title }: CreateProjectOptions): PluginProject {
  const packageId = freePackageId(title, taken)
  const manifest = createManifestText({ packageId, title, ...(capabilities === undefined ? {} : { capabilities }) })
  return { packageId, title, files: { 'plugin.tsx': text, 'manifest.json': manifest }, editedAt: at }
}

/** The id that a title gives, with the first number under which nothing else is. */
export function freePackageId(title: string, taken: ReadonlySet<PackageId>): PackageId {
  for (let count = 1; ; count += 1) {
    const packageId = packageIdFor(title, count)
    if (isPackageId(packageId) && !taken.has(packageId)) return packageId
  }
}

function packageIdFor(title: string, count: number): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${/^[a-z]/.test(words) ? words : `plugin-${words}`}-${count}`.replace(/--+/g, '-')
}
