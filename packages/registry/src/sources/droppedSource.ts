import { PACKAGE_LIMITS, readArchive, type PlatformFacts } from '@plugboard/package-format'

import { isSourceId } from '../packageRef.ts'
import type { Candidate, PluginSource } from '../pluginSource.ts'
import { createDiagnostic, quoted } from '../registryDiagnostics.ts'
import { REGISTRY_LIMITS } from '../registryLimits.ts'
import { takeContent, toCandidate } from './inspectContent.ts'

export interface DroppedSourceOptions {
  readonly id: string
  readonly platform?: PlatformFacts
}

/** Archives that a person dropped or picked, held in memory. */
export interface DroppedSource extends PluginSource {
  /**
   * Adds an archive, however broken: what is wrong with it is in the candidate. One of the same name takes the place of the
   * one before.
   */
  add(name: string, bytes: Uint8Array): Promise<Candidate>
  /** Removes what was added under this location. */
  remove(location: string): void
}

/**
 * Makes a source of archives that a person gave.
 *
 * @throws TypeError when `id` is not the id of a source.
 */
export function createDroppedSource({ id, platform = {} }: DroppedSourceOptions): DroppedSource {
  if (!isSourceId(id)) throw new TypeError(`${quoted(id)} is not the id of a source, as "dropped".`)
  const archives = new Map<string, { readonly bytes: Uint8Array; readonly candidate: Candidate }>()
  const refuse = (location: string, message: string): Candidate => ({
    source: id,
    location,
    diagnostics: [createDiagnostic('source-too-large', message)],
  })
  return {
    id,
    list: () =>
      Promise.resolve({ candidates: [...archives.values()].map(({ candidate }) => candidate), diagnostics: [] }),
    async read(candidate) {
      const archive = archives.get(candidate.location)
      if (archive === undefined) {
        const message = `${quoted(candidate.location)} is not here any more.`
        return { diagnostics: [createDiagnostic('package-missing', message)] }
      }
      return takeContent(candidate, await readArchive(archive.bytes), platform)
    },
    async add(name, bytes) {
      if (bytes.length > PACKAGE_LIMITS.archiveBytes) {
        return refuse(name, `${quoted(name)} has more than ${PACKAGE_LIMITS.archiveBytes} bytes.`)
      }
      // A copy: whoever gave it may write to it.
      const own = bytes.slice()
      const candidate = await toCandidate({ source: id, location: name, ...(await readArchive(own)) }, platform)
      const others = [...archives].filter(([location]) => location !== name).map(([, archive]) => archive.bytes.length)
      const held = others.reduce((sum, length) => sum + length, own.length)
      if (others.length >= REGISTRY_LIMITS.candidates || held > REGISTRY_LIMITS.droppedBytes) {
        return refuse(name, `There is no room for ${quoted(name)}: too much was added.`)
      }
      archives.set(name, { bytes: own, candidate })
      return candidate
    },
    remove(location) {
      archives.delete(location)
    },
  }
}
