import { isPackageId, isPlainObject, type JsonValue } from '@plugboard/contracts'
import type { WorkspaceProblem } from '@plugboard/host/workspace'

import { isPlaygroundId } from '../host/playgroundIds.ts'
import { messages } from '../messages/index.ts'
import { SavedRecords, type Parts } from '../workspace/savedRecords.ts'
import { PROJECT_FILES, type PluginProject, type RanVersion } from './pluginProject.ts'
import type { ProjectsState } from './projectsSlice.ts'
import { tidyTitle } from './tidyTitle.ts'

/** Keeps the projects in a workspace, each as a part of its own: a change of one writes that one. */
export class SavedProjects {
  readonly #records = new SavedRecords<PluginProject>({
    prefix: 'project/',
    unread: 'unread/',
    read: readProject,
    write: writeProject,
    words: messages.saved.unreadProject,
  })

  /** The projects that are there, oldest change first, and what could not be read. */
  restore(workspace: Pick<Parts, 'parts'>): {
    readonly projects: readonly PluginProject[]
    readonly problems: readonly WorkspaceProblem[]
  } {
    const { problems, records } = this.#records.restore(workspace)
    const projects = Object.values(records).toSorted((left, right) => left.editedAt - right.editedAt)
    return { projects, problems }
  }

  /** Saves what changed since the last call. @throws PluginHostError when a project cannot be kept; the others are. */
  save(workspace: Parts, projects: ProjectsState): void {
    this.#records.save(workspace, projects)
  }
}

export function writeProject({ editedAt, files, ran, title }: PluginProject): JsonValue {
  return {
    title,
    files: { ...files },
    editedAt,
    ...(ran === undefined ? {} : { ran: { ...ran, files: { ...ran.files } } }),
  }
}

/** What was saved as a project, or null when it is none. Whoever saved it, its title is fit to be shown. */
export function readProject(packageId: string, saved: unknown): PluginProject | null {
  if (!isPackageId(packageId) || !isPlainObject(saved)) return null
  // Running it would put its code into the instances of that package, and they keep their grants.
  if (isPlaygroundId(packageId)) return null
  const { editedAt, ran, title } = saved
  const files = readFiles(saved['files'])
  if (typeof title !== 'string' || files === null) return null
  const version = readRan(ran)
  return {
    packageId,
    title: tidyTitle(title),
    files,
    editedAt: isNumber(editedAt) ? editedAt : 0,
    ...(version === null ? {} : { ran: version }),
  }
}

function readRan(saved: unknown): RanVersion | null {
  if (!isPlainObject(saved)) return null
  const { stateVersion } = saved
  const files = readFiles(saved['files'])
  return files === null || !isNumber(stateVersion) ? null : { files, stateVersion }
}

function readFiles(saved: unknown): PluginProject['files'] | null {
  if (!isPlainObject(saved) || !PROJECT_FILES.every((file) => typeof saved[file] === 'string')) return null
  // Every file was looked at.
  return Object.fromEntries(PROJECT_FILES.map((file) => [file, saved[file]])) as PluginProject['files']
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
