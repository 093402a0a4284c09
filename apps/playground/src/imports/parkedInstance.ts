import type { SavedInstance } from '@plugboard/host'

import type { ParkedInstance } from './importedPackage.ts'
import type { PackageCode } from './packageContent.ts'

/** What is kept of an instance while its package is disabled: all but the code. */
export function park({ code: _code, manifest: _manifest, sourceMap: _map, ...parked }: SavedInstance): ParkedInstance {
  return parked
}

/** The instance again, with the package's code of today. A state that this code would not understand stays behind. */
export function unpark(
  { state, stateVersion, ...parked }: ParkedInstance,
  { code, manifest, sourceMap }: PackageCode,
): SavedInstance {
  // The host counts a state without a version as of version 1.
  const fits = state !== undefined && (stateVersion ?? 1) === (manifest.stateVersion ?? 1)
  return {
    ...parked,
    code,
    manifest,
    ...(sourceMap === undefined ? {} : { sourceMap }),
    ...(fits ? { state } : {}),
    ...(fits && stateVersion !== undefined ? { stateVersion } : {}),
  }
}
