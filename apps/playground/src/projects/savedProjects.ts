import { isPackageId, isPlainObject, type JsonValue, type PackageId } from '@plugboard/contracts'
import type { Workspace, WorkspaceProblem } from '@plugboard/host/workspace'

import { isPlaygroundId } from '../host/playgroundIds.ts'
import { messages } from '../messages/index.ts'
import { PROJECT_FILES, type PluginProject, type RanVersion } from './pluginProject.ts'
import type { ProjectsState } from './projectsSlice.ts'
import { tidyTitle } from './tidyTitle.ts'

type Parts = Pick<Workspace, 'parts' | 'setPart'>

const PROJECT = 'project/'
/** What stood where a project should, under the id that a new project took. */
const UNREAD = 'unread/'

/** Keeps the projects in a workspace, each as a part of its own: a change of one writes that one. */
export class SavedProjects {
  #saved: ProjectsState = {}
  /** What is there under a project's name and is none. It stays there, and is moved before something takes its place. */
  readonly #unread = new Map<PackageId, JsonValue>()

  /** The projects that are there, oldest change first, and what could not be read. */
  restore({ parts }: Pick<Parts, 'parts'>): {
    readonly projects: readonly PluginProject[]
    readonly problems: readonly WorkspaceProblem[]
  } {
    const projects: PluginProject[] = []
    const problems: WorkspaceProblem[] = []
    for (const [name, value] of parts) {
      if (!name.startsWith(PROJECT)) continue
      const packageId = name.slice(PROJECT.length)
      const project = readProject(packageId, value)
      if (project !== null) projects.push(project)
      else {
        this.#unread.set(packageId, value)
        const message = messages.saved.unreadProject(packageId)
        problems.push({ code: 'INVALID_PART', part: name, message, blocksSaving: false })
      }
    }
    projects.sort((left, right) => left.editedAt - right.editedAt)
    this.#saved = Object.fromEntries(projects.map((project) => [project.packageId, project]))
    return { projects, problems }
  }

  /** Saves what changed since the last call. @throws PluginHostError when a project cannot be kept; the others are. */
  save(workspace: Parts, projects: ProjectsState): void {
    if (projects === this.#saved) return
    const before = this.#saved
    // First: what cannot be kept is told once, not with each change of anything.
    this.#saved = projects
    for (const packageId of Object.keys(before)) {
      if (!Object.hasOwn(projects, packageId)) workspace.setPart(PROJECT + packageId, null)
    }
    for (const [packageId, project] of Object.entries(projects)) {
      if (before[packageId] === project) continue
      const unread = this.#unread.get(packageId)
      if (unread !== undefined) {
        workspace.setPart(UNREAD + packageId, unread)
        this.#unread.delete(packageId)
      }
      workspace.setPart(PROJECT + packageId, writeProject(project))
    }
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
