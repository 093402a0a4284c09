import type { CapabilityRequest, InstanceId, PackageId } from '@plugboard/contracts'
import { useDevtools, type DevtoolsSession } from '@plugboard/devtools'
import type { PluginHost } from '@plugboard/host'
import type { Store } from '@reduxjs/toolkit'
import { createContext, use, useMemo } from 'react'
import { useStore } from 'react-redux'

import type { ProjectRunner, RunOptions } from '../authoring/projectRunner.ts'
import { messages } from '../messages/index.ts'
import { goTo } from '../shell/goTo.ts'
import { readRoute } from '../shell/route.ts'
import { useHost, type RootState } from '../workspace/hooks.ts'
import { useSavedWorkspace } from '../workspace/savedWorkspaceContext.ts'
import { useUndoOffers, type UndoOffers } from '../workspace/undoOffers.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import { createProject } from './createProject.ts'
import { projectsActions } from './projectsSlice.ts'
import { removeProject } from './removeProject.ts'
import { takenIds } from './takenIds.ts'

const RunnerContext = createContext<ProjectRunner | null>(null)

export const ProjectRunnerProvider: typeof RunnerContext.Provider = RunnerContext.Provider

export function useProjectRunner(): ProjectRunner {
  const runner = use(RunnerContext)
  if (runner === null) throw new Error('useProjectRunner needs a ProjectRunnerProvider above it')
  return runner
}

export interface NewProject {
  readonly title: string
  /** Of `plugin.tsx`. */
  readonly text: string
  readonly capabilities?: CapabilityRequest
}

/** What a person can do with plugins of their own. */
export interface ProjectCommands {
  /** Makes a project; nothing of it runs. */
  create(project: NewProject): Promise<PackageId>
  run(packageId: PackageId, options?: RunOptions): Promise<void>
  rollBack(packageId: PackageId): void
  /** The same files under an id of its own, opened; it does not run. */
  duplicate(packageId: PackageId): Promise<void>
  rename(packageId: PackageId, title: string): Promise<void>
  /** Takes it from the list with its instances, and offers to have it again. */
  remove(packageId: PackageId): Promise<void>
}

export function useProjectCommands(): ProjectCommands {
  const runner = useProjectRunner()
  const devtools = useDevtools()
  const host = useHost()
  const offers = useUndoOffers()
  const store = useStore<RootState>()
  const { opened } = useSavedWorkspace()
  return useMemo(
    () => createProjectCommands({ devtools, host, offers, runner, store, opened }),
    [devtools, host, offers, runner, store, opened],
  )
}

interface ProjectCommandParts {
  readonly devtools: DevtoolsSession
  readonly host: PluginHost
  readonly offers: UndoOffers
  readonly runner: ProjectRunner
  readonly store: Store<RootState>
  readonly opened: Promise<void>
}

function createProjectCommands({
  devtools,
  host,
  offers,
  opened,
  runner,
  store,
}: ProjectCommandParts): ProjectCommands {
  return {
    create: async (options) => {
      // What was saved comes back first: a new project must not take the place of one of those.
      await opened
      const project = createProject({ ...options, taken: takenIds(store.getState()), at: Date.now() })
      store.dispatch(projectsActions.projectPut(project))
      return project.packageId
    },
    run: async (packageId, options) => {
      await opened
      const before = instanceOf(packageId, store.getState())
      const run = await runner.run(packageId, options)
      const instanceId = instanceOf(packageId, store.getState())
      if (before === null && instanceId !== null) devtools.selectInstance(instanceId)
      // Where nothing was there to show it: an instance that failed shows itself.
      if (run?.phase === 'failed' && run.failure.stage === 'compile' && !isEditing()) {
        const [problem] = run.failure.problems
        store.dispatch(workspaceActions.refusalShown(messages.authoring.problemAt(problem, problem.message)))
      }
    },
    rollBack: (packageId) => runner.rollBack(packageId, Date.now()),
    duplicate: async (packageId) => {
      await opened
      const state = store.getState()
      const project = state.projects[packageId]
      if (project === undefined) return
      const { duplicateProject } = await import('./projectFiles.ts')
      const title = messages.packages.copyOf(project.title)
      const copy = duplicateProject(project, { title, taken: takenIds(state), at: Date.now() })
      store.dispatch(projectsActions.projectPut(copy))
      goTo({ page: 'split', packageId: copy.packageId })
    },
    rename: async (packageId, title) => {
      const project = store.getState().projects[packageId]
      if (project === undefined) return
      const { withManifestTitle } = await import('./projectFiles.ts')
      const text = withManifestTitle(project.files['manifest.json'], title)
      store.dispatch(projectsActions.projectRenamed({ packageId, title }))
      store.dispatch(projectsActions.fileChanged({ packageId, file: 'manifest.json', text, at: Date.now() }))
    },
    remove: async (packageId) => {
      await opened
      await removeProject({ host, offers, packageId, store })
    },
  }
}

/** The first instance of a package. */
function instanceOf(packageId: PackageId, { plugins }: RootState): InstanceId | null {
  return Object.values(plugins.instances).find((instance) => instance.packageId === packageId)?.instanceId ?? null
}

function isEditing(): boolean {
  const { page } = readRoute(location.hash)
  return page === 'split' || page === 'code'
}
