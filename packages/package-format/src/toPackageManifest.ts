import type { PackageManifest } from '@plugboard/contracts'

import type { PluginManifest } from './pluginManifest.ts'

/**
 * The manifest that a host takes, made from what a package says. It still only asks: what of its capabilities is granted
 * is decided by the host, from the enablement and its own policy.
 */
export function toPackageManifest(manifest: PluginManifest): PackageManifest {
  const { components, readShared, systemCommands, writeShared } = manifest.requests
  return {
    apiVersion: 1,
    packageId: manifest.id,
    title: manifest.name,
    ...(manifest.description === undefined ? {} : { description: manifest.description }),
    version: manifest.version,
    ...(manifest.stateVersion === undefined ? {} : { stateVersion: manifest.stateVersion }),
    capabilities: {
      ...(readShared === undefined ? {} : { readShared }),
      ...(writeShared === undefined ? {} : { writeShared }),
      ...(systemCommands === undefined ? {} : { systemCommands }),
      ...(components === undefined ? {} : { components }),
    },
  }
}
