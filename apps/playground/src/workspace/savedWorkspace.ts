import { FIRST_LOOK, type DevtoolsSession } from '@plugboard/devtools'
import type { PluginHost, Workspace, WorkspaceProblem, WorkspaceStatus } from '@plugboard/host'
import { openWorkspace } from '@plugboard/host'
import { createIndexedDBStorage } from '@plugboard/storage/browser'
import type { EnhancedStore } from '@reduxjs/toolkit'
import { createContext, use, useSyncExternalStore } from 'react'

import { openFirstWorkspace } from '../host/openFirstWorkspace.ts'
import { messages } from '../messages/index.ts'
import { downloadText } from '../ui/downloadText.ts'
import { layoutOf, readLayout, writeLayout, type Layout } from './layout.ts'
import { workspaceActions, type WorkspaceState } from './workspaceSlice.ts'

/** Whether what happens here is saved, and what was not restored as it was saved. */
export interface SavedView {
  readonly state: WorkspaceStatus['state'] | 'opening'
  /** Why nothing is saved; null when something is. */
  readonly fault: string | null
  readonly problems: readonly WorkspaceProblem[]
  /** Whether another tab has saved since: loading again is the way on. */
  readonly isBehind: boolean
}

const OPENING: SavedView = { state: 'opening', fault: null, problems: [], isBehind: false }

export interface SavedWorkspaceOptions {
  readonly host: PluginHost
  readonly store: EnhancedStore<{ readonly workspace: WorkspaceState }>
  readonly devtools: DevtoolsSession
}

/** Keeps the page's workspace in this browser: what was there is there again after a reload. */
export class SavedWorkspace {
  readonly #host: PluginHost
  readonly #store: EnhancedStore<{ readonly workspace: WorkspaceState }>
  readonly #devtools: DevtoolsSession
  readonly #listeners = new Set<() => void>()
  #workspace: Workspace | null = null
  #opening: Promise<void> | null = null
  readonly #opened = Promise.withResolvers<void>()
  #view: SavedView = OPENING
  #layout: Layout | null = null

  constructor({ devtools, host, store }: SavedWorkspaceOptions) {
    this.#host = host
    this.#store = store
    this.#devtools = devtools
  }

  /** Brings back what was saved, or opens the first workspace; once for the page, however often it is asked. */
  open(): Promise<void> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opened.resolve()
      this.#store.dispatch(workspaceActions.phaseChanged('failed'))
      const reason = error instanceof Error ? error.message : messages.saved.sandboxFailed
      this.#store.dispatch(workspaceActions.refusalShown(reason))
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

  /** Empties everything and opens the first workspace again. */
  async startOver(): Promise<void> {
    try {
      await this.#workspace?.startOver()
      this.#store.dispatch(workspaceActions.workspaceCleared())
      this.#devtools.restore(FIRST_LOOK)
      await this.#begin()
    } catch (error) {
      const reason = error instanceof Error ? error.message : messages.saved.startOverFailed
      this.#store.dispatch(workspaceActions.refusalShown(reason))
    }
  }

  /** Hands the person all that was saved, as a file. */
  download(): void {
    if (this.#workspace !== null) downloadText('plugboard-workspace.json', this.#workspace.export())
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly getSnapshot = (): SavedView => this.#view

  async #open(): Promise<void> {
    const workspace = await openWorkspace({ host: this.#host, storage: createIndexedDBStorage() })
    this.#workspace = workspace
    const update = (): void => {
      this.#update(workspace)
    }
    workspace.subscribe(update)
    update()
    // Before anything can be added: what comes back takes the place of what is there.
    if (!workspace.isNew) this.#restoreLayout(readLayout(workspace.layout))
    this.#opened.resolve()
    // A browser that keeps nothing is no reason for an empty page.
    if (workspace.isNew || workspace.problems.some(({ code }) => code === 'STORAGE_UNAVAILABLE')) await this.#begin()
    else {
      // It is saved as it is: to open a workspace is not to write to it, or two tabs could not have it open.
      this.#layout = this.#readLayout()
      await workspace.started
    }
    this.#store.dispatch(workspaceActions.phaseChanged('ready'))
    const save = (): void => this.#saveLayout()
    this.#store.subscribe(save)
    this.#devtools.subscribe(save)
    save()
  }

  async #begin(): Promise<void> {
    const { denied } = await openFirstWorkspace(this.#host)
    this.#devtools.selectInstance(denied)
  }

  #update({ problems, status }: Workspace): void {
    const fault = status.error?.message ?? null
    const { state } = status
    if (this.#view.state === state && this.#view.fault === fault && this.#view.problems === problems) return
    this.#view = { state, fault, problems, isBehind: status.error?.code === 'STORAGE_CONFLICT' }
    for (const listener of this.#listeners) listener()
  }

  #readLayout(): Layout {
    return layoutOf(this.#store.getState().workspace, this.#devtools.getSnapshot())
  }

  #restoreLayout({ inspectorTab, panel, selectedInstanceId, ...rest }: Partial<Layout>): void {
    this.#store.dispatch(workspaceActions.layoutRestored(rest))
    this.#devtools.restore({
      ...(selectedInstanceId === undefined ? {} : { selectedInstanceId }),
      ...(panel === undefined ? {} : { panel }),
      ...(inspectorTab === undefined ? {} : { tab: inspectorTab }),
    })
  }

  #saveLayout(): void {
    const layout = this.#readLayout()
    if (this.#layout !== null && isSameLayout(this.#layout, layout)) return
    this.#layout = layout
    this.#workspace?.setLayout(writeLayout(layout))
  }
}

function isSameLayout(left: Layout, right: Layout): boolean {
  return (
    left.selectedInstanceId === right.selectedInstanceId &&
    left.panel === right.panel &&
    left.inspectorTab === right.inspectorTab &&
    left.isInspectorOpen === right.isInspectorOpen
  )
}

const SavedWorkspaceContext = createContext<SavedWorkspace | null>(null)

export const SavedWorkspaceProvider: typeof SavedWorkspaceContext.Provider = SavedWorkspaceContext.Provider

export function useSavedWorkspace(): SavedWorkspace {
  const saved = use(SavedWorkspaceContext)
  if (saved === null) throw new Error('useSavedWorkspace needs a SavedWorkspaceProvider above it')
  return saved
}

export function useSavedView(): SavedView {
  const saved = useSavedWorkspace()
  return useSyncExternalStore(saved.subscribe, saved.getSnapshot)
}
