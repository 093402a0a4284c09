import { normaliseGrants } from '@plugboard/capabilities'
import {
  inspectJson,
  JSON_DEPTH,
  type CapabilityGrants,
  type InstanceId,
  type JsonValue,
  type StoredParts,
  type WorkspaceStorage,
} from '@plugboard/contracts'

import { PluginHostError } from '../pluginHostError.ts'
import { parsePartName } from './partNames.ts'
import { readWorkspace } from './readWorkspace.ts'
import { STATE_VALUES, type SavedInstance } from './savedInstance.ts'
import type { ImportOptions } from './workspace.ts'
import { parseExport } from './workspaceExport.ts'
import type { WorkspaceProblem } from './workspaceProblem.ts'
import { toFault } from './workspaceSaver.ts'

/** What an export holds, as far as it can be understood. */
export interface ExportContents {
  readonly instances: readonly SavedInstance[]
  readonly layout: JsonValue
  /** What the application kept under names of its own. */
  readonly parts: ReadonlyMap<string, JsonValue>
  readonly problems: readonly WorkspaceProblem[]
}

/**
 * Says what an export holds. Nothing is run, stored or believed: for asking a person before anything of it is.
 *
 * @throws PluginHostError `INVALID_EXPORT`.
 */
export function readExport(text: string, options?: ImportOptions): ExportContents {
  return readWorkspace(partsOf(text, options))
}

/** The same of what a storage holds. The storage stays as it is. */
export function readStoredParts(stored: Pick<StoredParts, 'parts' | 'damaged'>): ExportContents {
  return readWorkspace(stored)
}

export interface StoreExportOptions extends ImportOptions {
  readonly text: string
  /** Where nothing was ever stored. */
  readonly storage: WorkspaceStorage
  /** What an instance may do there. What the export says of it is a wish: whoever wrote the file wrote that too. */
  readonly grants: (instanceId: InstanceId, wanted: CapabilityGrants) => CapabilityGrants
  /**
   * What is stored of a part of the application's own, in place of `value`; null leaves it out. For parts that say what somebody
   * agreed to. As they are when absent.
   */
  readonly parts?: (name: string, value: JsonValue) => JsonValue
}

/**
 * Puts what an export holds into an empty storage, to be opened as a workspace of its own. What cannot be understood is
 * stored as it is, and damaged text that is no part as a part of its own: the workspace is read-only then, and exports all
 * of it again. What a newer release wrote is refused, since nobody here can tell which grants are in it.
 *
 * @throws PluginHostError `INVALID_EXPORT`, or the storage's code (`STORAGE_CONFLICT` when it is not empty); nothing is stored
 *   then.
 *
 * @example
 * await storeExport({ text, storage, grants: () => NO_GRANTS })
 * const workspace = await openWorkspace({ host, storage })
 */
export async function storeExport({ grants, parts, storage, text, ...options }: StoreExportOptions): Promise<void> {
  const stored = partsOf(text, options)
  const newer = readWorkspace(stored).problems.find(({ code }) => code === 'NEWER_VERSION')
  if (newer !== undefined) throw refuse(newer.message)
  const puts = new Map<string, JsonValue>()
  for (const [name, value] of stored.parts) {
    const fault = inspectJson(value, { depth: JSON_DEPTH, values: STATE_VALUES })
    if (fault !== null) throw refuse(`The part "${name.slice(0, 200)}" is no JSON data that fits: ${fault.code}.`)
    const data = value as JsonValue // Inspected.
    const subject = parsePartName(name)
    if (subject?.kind === 'application') {
      const kept = parts === undefined ? data : parts(subject.name, data)
      if (kept !== null) puts.set(name, kept)
    } else if (subject?.kind !== 'grants') puts.set(name, data)
    else {
      const wanted = normaliseGrants(data as Partial<CapabilityGrants>)
      // Grants are JSON data; their type does not say so.
      puts.set(name, grants(subject.instanceId, wanted) as unknown as JsonValue)
    }
  }
  // Under names that no workspace gives: nothing of it is believed, and nothing is saved over it.
  for (const [index, { content, message, place }] of stored.damaged.entries()) {
    puts.set(freeName(puts, `damaged/${index}`), { place, message, content })
  }
  try {
    await storage.commit({ expectedRevision: 0, puts })
  } catch (thrown) {
    throw new PluginHostError(toFault(thrown), { cause: thrown })
  }
}

function freeName(taken: ReadonlyMap<string, unknown>, wanted: string): string {
  let name = wanted
  while (taken.has(name)) name += '-'
  return name
}

function partsOf(text: string, { from = 'saved' }: ImportOptions = {}): Parameters<typeof readWorkspace>[0] {
  const { now, saved } = parseExport(text)
  return from === 'now' || saved === null ? { parts: now, damaged: [] } : saved
}

function refuse(problem: string): PluginHostError {
  return new PluginHostError({ code: 'INVALID_EXPORT', message: `Nothing was stored. ${problem}` })
}
