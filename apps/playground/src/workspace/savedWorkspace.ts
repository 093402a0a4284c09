import { FIRST_LOOK, type DevtoolsSession } from '@plugboard/devtools'
import type { RuntimeState, WorkspaceStorage } from '@plugboard/contracts'
import type { PluginHost } from '@plugboard/host'
import type { Workspace, WorkspaceProblem } from '@plugboard/host/workspace'
import { openWorkspace } from '@plugboard/host/workspace'
import type { EnhancedStore } from '@reduxjs/toolkit'

import type { Authoring } from '../authoring/authoringClient.ts'
import { openFirstWorkspace } from '../host/openFirstWorkspace.ts'
import { checkSaved } from '../imports/checkSaved.ts'
import { importsActions, type ImportsState } from '../imports/importsSlice.ts'
import { SavedImports } from '../imports/savedImports.ts'
import { messages } from '../messages/index.ts'
import { projectsActions, type ProjectsState } from '../projects/projectsSlice.ts'
import { readPastedPackages } from '../projects/pastedPackages.ts'
import { SavedProjects } from '../projects/savedProjects.ts'
import { handFile } from '../share/handFile.ts'
import { isSameLayout, layoutOf, readLayout, writeLayout, type Layout } from './layout.ts'
import { computeSavedView, OPENING, type SavedView } from './savedView.ts'
import { workspaceActions, type WorkspaceState } from './workspaceSlice.ts'

/** The host of a page, the store that both share, and what compiles a person's own plugins. */
export interface PageParts {
  readonly authoring: Authoring
  /** What the person looks at. */
  readonly devtools: DevtoolsSession
  readonly host: PluginHost
  readonly store: EnhancedStore<{
    readonly plugins: RuntimeState
    readonly imports: ImportsState
    readonly projects: ProjectsState
    readonly workspace: WorkspaceState
  }>
}

/** Which workspace is opened, and how it begins where nothing was saved. */
export interface OpenTarget {
  /** Closed with the workspace. */
  readonly storage: WorkspaceStorage
  /** Whether a new one shows a first visitor what this is; otherwise it is empty. */
  readonly hasDemo: boolean
  /** Fills it once, when it is new. Never rejects for what it is filled with. */
  readonly fill?: (page: PageParts) => Promise<void>
}

const FILE_NAME = 'plugboard-workspace.json'

/** Keeps the page's workspace in this browser: what was there is there again after a reload. */
export class SavedWorkspace {
  readonly #page: PageParts
  readonly #target: Promise<OpenTarget>
  readonly #listeners = new Set<() => void>()
  readonly #projects = new SavedProjects()
  readonly #imports = new SavedImports()
  readonly #opened = Promise.withResolvers<void>()
  #workspace: Workspace | null = null
  #opening: Promise<void> | null = null
  #view: SavedView = OPENING
  #noted: readonly WorkspaceProblem[] = []
  #layout: Layout | null = null
  /** Before, what is looked at changes with what comes back, and by nobody's choice. */
  #isLayoutChosen = false

  /** `target` may take its time: until it is there, nothing is read and nothing runs. */
  constructor(page: PageParts, target: Promise<OpenTarget>) {
    this.#page = page
    this.#target = target
  }

  /** Brings back what was saved, or begins anew; once for the page, however often it is asked. */
  open(): Promise<void> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opened.resolve()
      this.#page.store.dispatch(workspaceActions.phaseChanged('failed'))
      this.#refuse(error, messages.saved.sandboxFailed)
    })
    return this.#opening
  }

  /**
   * When the workspace is open, or cannot be opened: from then on instances may be added. Before, one that is added would
   * stand where the saved ones come back to.
   */
  get opened(): Promise<void> {
    return this.#opened.promise
  }

  /** Empties everything, hands the person what was there, and begins anew. */
  async startOver(): Promise<void> {
    try {
      const workspace = this.#workspace
      if (workspace === null) return
      const problem = handFile(FILE_NAME, await workspace.startOver())
      this.#noted = []
      this.#update(workspace)
      this.#page.store.dispatch(workspaceActions.workspaceCleared())
      this.#say(problem)
      this.#page.store.dispatch(projectsActions.projectsRestored([]))
      this.#page.store.dispatch(importsActions.importsRestored({}))
      this.#page.devtools.restore(FIRST_LOOK)
      await this.#begin(await this.#target)
    } catch (error) {
      this.#refuse(error, messages.saved.startOverFailed)
    }
  }

  /** Hands the person all that is here, and what was saved where that is not the same, as a file. */
  download(): void {
    if (this.#workspace !== null) this.#say(handFile(FILE_NAME, this.#workspace.export()))
  }

  /** All of it as text; null before it is open. */
  export(): string | null {
    return this.#workspace?.export() ?? null
  }

  /** Resolves when all of it is saved. @throws PluginHostError when it cannot be. */
  async flush(): Promise<void> {
    this.#save()
    await this.#workspace?.flush()
  }

  /** Saves what can be saved, and lets go of the storage. Never rejects. */
  async close(): Promise<void> {
    await this.opened
    this.#save()
    await this.#workspace?.close()
    const { storage } = await this.#target
    await storage.close().catch(() => undefined)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly getSnapshot = (): SavedView => this.#view

  async #open(): Promise<void> {
    const { host, store } = this.#page
    const target = await this.#target
    const workspace = await openWorkspace({ host, storage: target.storage })
    this.#workspace = workspace
    // Before anything can be added: what comes back takes the place of what is there.
    if (!workspace.isNew) this.#restore(workspace)
    const update = (): void => {
      this.#update(workspace)
    }
    workspace.subscribe(update)
    update()
    // Before anything can be typed: what is typed while the saved ones start is saved too, and whatever comes of them.
    const save = (): void => this.#save()
    store.subscribe(save)
    this.#page.devtools.subscribe(save)
    this.#opened.resolve()
    try {
      await this.#fill(workspace, target)
    } finally {
      this.#isLayoutChosen = true
      save()
    }
    store.dispatch(workspaceActions.phaseChanged('ready'))
  }

  async #fill(workspace: Workspace, target: OpenTarget): Promise<void> {
    // A browser that keeps nothing is no reason for an empty page.
    const isUnread = workspace.problems.some(({ code }) => code === 'STORAGE_UNAVAILABLE')
    if (workspace.isNew || isUnread) {
      await target.fill?.(this.#page)
      if (target.fill === undefined) await this.#begin(target)
    } else {
      await Promise.all([workspace.started, checkSaved(this.#page)])
    }
  }

  #restore(workspace: Workspace): void {
    const { store } = this.#page
    const { problems, projects } = this.#projects.restore(workspace)
    const saved = this.#imports.restore(workspace, new Set(projects.map(({ packageId }) => packageId)))
    this.#noted = [...problems, ...saved.problems]
    store.dispatch(importsActions.importsRestored(saved.imports))
    const pasted = readPastedPackages(workspace.layout).filter(
      ({ packageId }) => !projects.some((project) => project.packageId === packageId),
    )
    store.dispatch(projectsActions.projectsRestored([...pasted, ...projects]))
    this.#restoreLayout(readLayout(workspace.layout))
    // It is saved as it is: to open a workspace is not to write to it, or two tabs could not have it open. What an earlier
    // release left is written as it is today, in one batch.
    if (pasted.length === 0) this.#layout = this.#readLayout()
  }

  async #begin({ hasDemo }: OpenTarget): Promise<void> {
    if (!hasDemo) return
    const { denied } = await openFirstWorkspace(this.#page.host)
    this.#page.devtools.selectInstance(denied)
  }

  #update(workspace: Workspace): void {
    const next = computeSavedView(workspace, this.#noted)
    const { fault, notice, problems, state } = this.#view
    const isSame = next.problems === problems && next.fault === fault && next.notice === notice
    if (isSame && next.state === state) return
    this.#view = next
    for (const listener of this.#listeners) listener()
  }

  #readLayout(): Layout {
    return layoutOf(this.#page.store.getState().workspace, this.#page.devtools.getSnapshot())
  }

  #restoreLayout({ inspectorTab, panel, selectedInstanceId, ...rest }: Partial<Layout>): void {
    this.#page.store.dispatch(workspaceActions.layoutRestored(rest))
    this.#page.devtools.restore({
      ...(selectedInstanceId === undefined ? {} : { selectedInstanceId }),
      ...(panel === undefined ? {} : { panel }),
      ...(inspectorTab === undefined ? {} : { tab: inspectorTab }),
    })
  }

  #save(): void {
    const workspace = this.#workspace
    if (workspace === null) return
    const { imports, projects } = this.#page.store.getState()
    const layout = this.#readLayout()
    if (this.#isLayoutChosen && (this.#layout === null || !isSameLayout(this.#layout, layout))) {
      this.#layout = layout
      workspace.setLayout(writeLayout(layout))
    }
    try {
      this.#projects.save(workspace, projects)
      this.#imports.save(workspace, imports)
    } catch (error) {
      this.#refuse(error, messages.saved.projectNotSaved)
    }
  }

  #say(problem: string | null): void {
    if (problem !== null) this.#page.store.dispatch(workspaceActions.refusalShown(problem))
  }

  #refuse(error: unknown, otherwise: string): void {
    this.#page.store.dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : otherwise))
  }
}
