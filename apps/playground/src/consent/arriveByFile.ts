import { normaliseGrants } from '@plugboard/capabilities'
import { parseInstanceId, type CapabilityRequest } from '@plugboard/contracts'
import { PluginHostError, type SavedInstance } from '@plugboard/host'
import { readExport, storeExport } from '@plugboard/host/workspace'

import { presetEntries } from '../host/packageCatalog.ts'
import { isPresetId } from '../host/playgroundIds.ts'
import { messages } from '../messages/index.ts'
import type { ImportedPackage } from '../imports/importedPackage.ts'
import { codeInContent } from '../imports/packageContent.ts'
import { contentPart, cutImport, PACKAGE_PART, readContent, readImport } from '../imports/savedImports.ts'
import { readProject } from '../projects/savedProjects.ts'
import { tidyTitle } from '../projects/tidyTitle.ts'
import { ShareError } from '../share/shareError.ts'
import { FILE_LENGTH, readWorkspaceFile } from '../share/workspaceFile.ts'
import { tidyName } from '../workspaces/workspaceEntry.ts'
import type { Arrival, ArrivedPlugin } from './arrival.ts'
import { grantAsked, joinAsks, listAsks } from './asks.ts'

/** Most instances, and most parts of the application's own, that a person is asked about. */
const MOST_INSTANCES = 200
const MOST_PARTS = 1_000

/** No character is longer in UTF-8, for one unit of a text's length. */
const BYTES_PER_UNIT = 3

/**
 * {@link arriveByFile} of a file that was chosen or dropped. One that is too large is not loaded.
 *
 * @throws ShareError
 */
export async function openFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<Arrival> {
  if (file.size > FILE_LENGTH * BYTES_PER_UNIT) throw new ShareError('SHARE_TOO_LARGE', `It has ${file.size} bytes.`)
  return arriveByFile(await file.text(), file.name)
}

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
  if (instances.length > MOST_INSTANCES || parts.size > MOST_PARTS) {
    throw new ShareError('SHARE_TOO_LARGE', `It has ${instances.length} instances and ${parts.size} other parts.`)
  }
  if (instances.some((instance) => instance.code !== undefined && isPresetId(packageIdOf(instance)))) {
    throw new ShareError('SHARE_INVALID', 'Code in it takes the id of a plugin of the playground.')
  }
  return {
    from: 'file',
    name: tidyName(name ?? fileName.replace(/\.[a-z]+$/i, ''), messages.sharing.untitled),
    plugins: [...describeProjects(parts), ...describePackages(parts), ...describeInstances(instances)],
    asks: listAsks([...instances.map(({ grants }) => normaliseGrants(grants)), ...importsIn(parts).map(grantedOf)]),
    missing: [],
    damaged: problems.length,
    settle: async (storage, granted) => {
      await storeExport({
        text: exported,
        storage,
        grants: (_instanceId, wanted) => grantAsked(wanted, granted),
        parts: (part, value) => cutImport(part, value, (wanted) => grantAsked(wanted, granted)),
      })
      return undefined
    },
  }
}

type Parts = ReturnType<typeof readExport>['parts']

/** Texts of projects. What runs may be something else, whatever it is called: no text stands for it. */
function describeProjects(parts: Parts): readonly ArrivedPlugin[] {
  return [...parts].flatMap(([name, value]) => {
    const packageId = name.replace(/^project\//, '')
    const project = packageId === name ? null : readProject(packageId, value)
    if (project === null) return []
    const { files, title } = project
    return [describe({ key: name, packageId, title, code: files['plugin.tsx'], instances: [] })]
  })
}

/** Packed plugins that were imported where the file was written. What was granted to them there is a wish. */
function describePackages(parts: Parts): readonly ArrivedPlugin[] {
  return importsIn(parts).map(({ digest, granted, packageId, title }) => ({
    key: PACKAGE_PART + packageId,
    packageId,
    title,
    instances: 0,
    request: granted,
    code: codeInContent(readContent(parts.get(contentPart(digest)))),
  }))
}

function importsIn(parts: Parts): readonly ImportedPackage[] {
  return [...parts].flatMap(([name, value]) => {
    const imported = name.startsWith(PACKAGE_PART) ? readImport(name.slice(PACKAGE_PART.length), value) : null
    return imported === null ? [] : [imported]
  })
}

/** What it was granted, also to instances that ended when it was disabled. */
function grantedOf({ granted, parked }: ImportedPackage): CapabilityRequest {
  return (parked ?? []).reduce<CapabilityRequest>((all, { grants }) => joinAsks(all, normaliseGrants(grants)), granted)
}

/** Everything that would run: each code of each package once, and presets. */
function describeInstances(instances: readonly SavedInstance[]): readonly ArrivedPlugin[] {
  const groups = new Map<string, [SavedInstance, ...SavedInstance[]]>()
  for (const instance of instances) {
    const key = JSON.stringify([packageIdOf(instance), instance.code ?? null])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [instance])
    else group.push(instance)
  }
  return [...groups.values()].map((group) => {
    const [{ code = null, instanceId, title }] = group
    const packageId = packageIdOf(group[0])
    const preset = presetEntries.find((entry) => entry.packageId === packageId)
    return describe({ key: instanceId, packageId, title: preset?.title ?? title ?? packageId, code, instances: group })
  })
}

function packageIdOf({ instanceId }: SavedInstance): string {
  return parseInstanceId(instanceId)?.packageId ?? ''
}

interface DescribeOptions extends Pick<ArrivedPlugin, 'code' | 'key' | 'packageId' | 'title'> {
  /** Those that run this code. */
  readonly instances: readonly SavedInstance[]
}

function describe({ instances, title, ...plugin }: DescribeOptions): ArrivedPlugin {
  return {
    ...plugin,
    title: tidyTitle(title),
    instances: instances.length,
    request: instances.reduce((all, { grants }) => joinAsks(all, normaliseGrants(grants)), {}),
  }
}

function understand<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (!(cause instanceof PluginHostError)) throw cause
    throw new ShareError('SHARE_UNREADABLE', cause.message, { cause })
  }
}
