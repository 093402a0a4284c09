import { normaliseGrants } from '@plugboard/capabilities'
import { cleanDisplayText, parseInstanceId } from '@plugboard/contracts'
import { PluginHostError, type SavedInstance } from '@plugboard/host'
import { readExport, storeExport } from '@plugboard/host/workspace'

import { presetEntries } from '../host/packageCatalog.ts'
import { messages } from '../messages/index.ts'
import { readProject } from '../projects/savedProjects.ts'
import { ShareError } from '../share/shareError.ts'
import { readWorkspaceFile } from '../share/workspaceFile.ts'
import { tidyName } from '../workspaces/workspaceEntry.ts'
import type { Arrival, ArrivedPlugin } from './arrival.ts'
import { grantAsked, joinAsks, listAsks } from './asks.ts'

/**
 * What came in a file. It is read, and nothing else. The grants in it are wishes: whoever wrote the file wrote them.
 *
 * @throws ShareError
 */
export function arriveByFile(text: string, fileName: string): Arrival {
  const { exported, name } = readWorkspaceFile(text)
  const { instances, parts, problems } = understand(() => readExport(exported))
  const newer = problems.find(({ code }) => code === 'NEWER_VERSION')
  if (newer !== undefined) throw new ShareError('SHARE_TOO_NEW', newer.message)
  return {
    from: 'file',
    name: tidyName(name ?? fileName.replace(/\.[a-z]+$/i, ''), messages.sharing.untitled),
    plugins: [...describeProjects(parts, instances), ...describeOthers(parts, instances)],
    asks: listAsks(instances.map(({ grants }) => normaliseGrants(grants))),
    missing: [],
    damaged: problems.length,
    settle: async (storage, granted) => {
      await storeExport({ text: exported, storage, grants: (_instanceId, wanted) => grantAsked(wanted, granted) })
      return undefined
    },
  }
}

type Parts = ReturnType<typeof readExport>['parts']

function describeProjects(parts: Parts, instances: readonly SavedInstance[]): readonly ArrivedPlugin[] {
  return [...parts].flatMap(([name, value]) => {
    const packageId = name.replace(/^project\//, '')
    const project = packageId === name ? null : readProject(packageId, value)
    return project === null ? [] : [describe(packageId, project.title, project.files['plugin.tsx'], instances)]
  })
}

/** Presets, and code that runs without a project that it was made from. */
function describeOthers(parts: Parts, instances: readonly SavedInstance[]): readonly ArrivedPlugin[] {
  const others = new Map<string, ArrivedPlugin>()
  for (const { code, instanceId, title } of instances) {
    const packageId = parseInstanceId(instanceId)?.packageId ?? ''
    if (others.has(packageId) || parts.has(`project/${packageId}`)) continue
    const preset = presetEntries.find((entry) => entry.packageId === packageId)
    others.set(packageId, describe(packageId, preset?.title ?? title ?? packageId, code ?? null, instances))
  }
  return [...others.values()]
}

function describe(
  packageId: string,
  title: string,
  code: string | null,
  instances: readonly SavedInstance[],
): ArrivedPlugin {
  const own = instances.filter(({ instanceId }) => parseInstanceId(instanceId)?.packageId === packageId)
  const request = own.reduce((all, { grants }) => joinAsks(all, normaliseGrants(grants)), {})
  return { packageId, title: cleanDisplayText(title).slice(0, 200), instances: own.length, request, code }
}

function understand<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (!(cause instanceof PluginHostError)) throw cause
    throw new ShareError('SHARE_UNREADABLE', cause.message, { cause })
  }
}
