import type { InstanceId, PackageId, RuntimeState } from '@plugboard/contracts'
import { PluginHostError, type PluginHost } from '@plugboard/host'
import type { Store } from '@reduxjs/toolkit'

import { messages } from '../messages/index.ts'
import type { PluginProject } from '../projects/pluginProject.ts'
import { projectsActions, type ProjectsState } from '../projects/projectsSlice.ts'
import type { Authoring } from './authoringClient.ts'
import type { CompiledProject, ProjectResult } from './compileProject.ts'
import { NOT_LOADED } from './notLoaded.ts'
import { runsActions, type ProjectRun, type RunFailure } from './runsSlice.ts'

type Refused = Extract<ProjectResult, { readonly kind: 'refused' }>

interface RunnerState {
  readonly plugins: RuntimeState
  readonly projects: ProjectsState
}

export interface ProjectRunnerOptions {
  readonly host: Pick<PluginHost, 'load' | 'reload'>
  readonly store: Pick<Store<RunnerState>, 'dispatch' | 'getState'>
  readonly authoring: Authoring
}

export interface RunOptions {
  /** Whether instances go on with their state where the manifest's `stateVersion` allows. Default true. */
  readonly keepState?: boolean
}

/**
 * Runs projects: compiles one, and starts it or puts it into the instances that there are. What fails leaves everything
 * that runs as it is. Nothing runs without being asked, and nothing gets a grant by running.
 */
export class ProjectRunner {
  readonly #options: ProjectRunnerOptions
  /** The end of each project's line: its runs happen one after another. */
  readonly #lines = new Map<PackageId, Promise<ProjectRun | null>>()

  constructor(options: ProjectRunnerOptions) {
    this.#options = options
  }

  /** Runs the text as it is when its turn comes. Starts a first instance where there is none. */
  run(packageId: PackageId, { keepState = true }: RunOptions = {}): Promise<ProjectRun | null> {
    const before = this.#lines.get(packageId) ?? Promise.resolve(null)
    const run = before.then(() => this.#run(packageId, keepState))
    this.#lines.set(packageId, run)
    return run
  }

  /**
   * One more instance: of the version that its siblings run, or of the text as it is where there are none.
   *
   * @throws Error in the words of what keeps it from running: its first problem, or why it did not load. PluginHostError as
   *   `host.load` does.
   */
  async add(packageId: PackageId): Promise<InstanceId | null> {
    const project = this.#find(packageId)
    if (project === undefined) return null
    if (this.#instancesOf(packageId).length === 0 || project.ran === undefined) {
      const run = await this.run(packageId)
      const [first] = this.#instancesOf(packageId)
      if (first === undefined && run?.phase === 'failed') throw new Error(wordsOf(run.failure))
      return first ?? null
    }
    const compiled = await this.#compile({ ...project, files: project.ran.files })
    if (compiled.kind === 'refused') {
      throw new Error(wordsOf({ stage: 'compile', problems: compiled.problems }))
    }
    return await this.#options.host.load({ packageId, ...codeOf(compiled) })
  }

  /** Takes the text back to the version that ran last, which is what its instances show. */
  rollBack(packageId: PackageId, at: number): void {
    const { dispatch } = this.#options.store
    const ran = this.#find(packageId)?.ran
    if (ran === undefined) return
    dispatch(projectsActions.fileChanged({ packageId, file: 'plugin.tsx', text: ran.files['plugin.tsx'], at }))
    dispatch(projectsActions.fileChanged({ packageId, file: 'manifest.json', text: ran.files['manifest.json'], at }))
    this.#tell(packageId, { phase: 'ran', state: 'kept' })
  }

  async #run(packageId: PackageId, keepState: boolean): Promise<ProjectRun | null> {
    const project = this.#find(packageId)
    if (project === undefined) return null
    this.#tell(packageId, { phase: 'running' })
    const compiled = await this.#compile(project)
    const run =
      compiled.kind === 'refused' ? this.#refuse(project, compiled) : await this.#put(project, compiled, keepState)
    this.#tell(packageId, run)
    return run
  }

  async #put(project: PluginProject, compiled: CompiledProject, keepState: boolean): Promise<ProjectRun> {
    const { files, packageId } = project
    const present = this.#instancesOf(packageId)
    const state = keepState && project.ran?.stateVersion === compiled.stateVersion ? 'keep' : 'reset'
    const stale: InstanceId[] = []
    let failure: RunFailure | null = null
    let outcome: 'kept' | 'reset' | 'new' = 'new'
    for (const instanceId of present) {
      try {
        const result = await this.#options.host.reload(instanceId, { ...codeOf(compiled), state })
        outcome = result.state === 'kept' ? 'kept' : 'reset'
      } catch (thrown) {
        failure ??= describe(thrown)
        stale.push(instanceId)
      }
    }
    if (present.length === 0) {
      failure = await this.#options.host.load({ packageId, ...codeOf(compiled) }).then(() => null, describe)
    }
    if (failure === null || stale.length < present.length) {
      const { stateVersion, title } = compiled
      const version = { files, stateVersion }
      this.#options.store.dispatch(projectsActions.projectRan({ packageId, title, version }))
    }
    return failure === null ? { phase: 'ran', state: outcome } : { phase: 'failed', failure, stale }
  }

  // The compiler is loaded when it is first asked for, and may not come.
  #compile(project: PluginProject): Promise<ProjectResult> {
    return this.#options.authoring.compile(project).catch(() => NOT_LOADED)
  }

  #refuse({ packageId }: PluginProject, { problems }: Refused): ProjectRun {
    return { phase: 'failed', failure: { stage: 'compile', problems }, stale: this.#instancesOf(packageId) }
  }

  #find(packageId: PackageId): PluginProject | undefined {
    return this.#options.store.getState().projects[packageId]
  }

  #instancesOf(packageId: PackageId): readonly InstanceId[] {
    const { instances } = this.#options.store.getState().plugins
    return Object.values(instances).flatMap((instance) =>
      instance.packageId === packageId ? [instance.instanceId] : [],
    )
  }

  #tell(packageId: PackageId, run: ProjectRun): void {
    this.#options.store.dispatch(runsActions.runChanged({ packageId, run }))
  }
}

function wordsOf(failure: RunFailure): string {
  if (failure.stage === 'run') return failure.message
  const [problem] = failure.problems
  return messages.authoring.problemAt(problem, problem.message)
}

function codeOf({ code, sourceMap }: CompiledProject): { readonly code: string; readonly sourceMap: string } {
  return { code, sourceMap }
}

function describe(thrown: unknown): RunFailure {
  if (!(thrown instanceof PluginHostError)) return { stage: 'run', code: 'RUNTIME_CRASHED', message: String(thrown) }
  const { code, source } = thrown
  // What a reload adds, the page says in its own words: that the old version runs on.
  const { message } = thrown.cause instanceof Error ? thrown.cause : thrown
  return { stage: 'run', code, message, ...(source === undefined ? {} : { source }) }
}
