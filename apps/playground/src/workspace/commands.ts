import { useDevtools, type DevtoolsSession } from '@plugboard/devtools'
import type { PluginHost } from '@plugboard/host'
import type { Store } from '@reduxjs/toolkit'
import { useMemo } from 'react'
import { useStore } from 'react-redux'

import type { ProjectRunner } from '../authoring/projectRunner.ts'
import { openDeniedCounter } from '../host/openFirstWorkspace.ts'
import type { PackageEntry } from '../host/packageCatalog.ts'
import { useImports } from '../imports/importsContext.ts'
import type { LazyImports } from '../imports/lazyImports.ts'
import { messages } from '../messages/index.ts'
import { useProjectRunner } from '../projects/projectCommands.ts'
import { readStressSource } from '../stress/stressEntries.ts'
import { focusIfLost } from '../ui/focusLater.ts'
import { useHost, type RootState } from './hooks.ts'
import { removeWithUndo } from './removeWithUndo.ts'
import { useSavedWorkspace } from './savedWorkspaceContext.ts'
import { useUndoOffers, type UndoOffers } from './undoOffers.ts'
import { workspaceActions } from './workspaceSlice.ts'

const words = messages.undo

/** What a person can do to the workspace. Refusals are shown, never thrown. */
export interface WorkspaceCommands {
  add(entry: PackageEntry): Promise<string | null>
  /** Two counters that may both write what they share. */
  addCounters(): Promise<void>
  /** A counter that may not write what it shares, with the write that it was denied. */
  addDenied(): Promise<void>
  remove(instanceId: string): Promise<void>
  removeAll(): Promise<void>
  restart(instanceId: string): Promise<void>
  /** Ends the VM at once, whatever it is doing. The instance stays, paused, with its state and a VM that has done nothing yet. */
  kill(instanceId: string): Promise<void>
  /** Hides what is in the timeline now. */
  clearTimeline(): void
}

export function useCommands(): WorkspaceCommands {
  const host = useHost()
  const store = useStore<RootState>()
  const devtools = useDevtools()
  const runner = useProjectRunner()
  const offers = useUndoOffers()
  const imports = useImports()
  const { opened } = useSavedWorkspace()
  return useMemo(
    () => createCommands({ devtools, host, imports, offers, store, runner, opened }),
    [devtools, host, imports, offers, store, runner, opened],
  )
}

interface CommandParts {
  readonly devtools: DevtoolsSession
  readonly host: PluginHost
  readonly store: Store<RootState>
  readonly offers: UndoOffers
  readonly runner: ProjectRunner
  readonly imports: LazyImports
  /** Resolves when what was saved is back. */
  readonly opened: Promise<void>
}

function createCommands({ devtools, host, imports, offers, opened, runner, store }: CommandParts): WorkspaceCommands {
  const { dispatch } = store
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : messages.shell.failed))
      return null
    }
  }
  const load = async ({ packageId, shelf }: PackageEntry): Promise<string | null> => {
    switch (shelf) {
      case 'preset':
        return await host.load({ packageId })
      case 'own':
        return await runner.add(packageId)
      case 'imported':
        return await (await imports()).add(packageId)
      case 'stress':
        return await host.load({ packageId, code: await readStressSource(packageId) })
    }
  }
  const add = (entry: PackageEntry): Promise<string | null> =>
    attempt(async () => {
      await opened
      const instanceId = await load(entry)
      if (instanceId !== null) devtools.selectInstance(instanceId)
      return instanceId
    })
  return {
    add,
    addCounters: async () => {
      await attempt(async () => {
        await opened
        const [first] = await Promise.all([host.load({ packageId: 'counter' }), host.load({ packageId: 'counter' })])
        devtools.selectInstance(first)
      })
    },
    addDenied: async () => {
      await attempt(async () => {
        await opened
        devtools.selectInstance(await openDeniedCounter(host))
      })
    },
    remove: async (instanceId) => {
      const next = neighbourOf(instanceId, store.getState())
      await attempt(() =>
        removeWithUndo({ host, offers, store, instanceIds: [instanceId], text: words.removed(instanceId) }),
      )
      if (next !== null) focusIfLost(`[data-instance="${next}"]`)
    },
    removeAll: async () => {
      const instanceIds = Object.keys(store.getState().plugins.instances)
      await attempt(() =>
        removeWithUndo({ host, offers, store, instanceIds, text: words.removedAll(instanceIds.length) }),
      )
      focusIfLost('#main')
    },
    restart: async (instanceId) => {
      await attempt(() => host.restart(instanceId))
    },
    kill: async (instanceId) => {
      await attempt(async () => {
        // First: nothing that waits may begin in the new VM.
        host.setEnabled(instanceId, false)
        await host.restart(instanceId)
      })
    },
    clearTimeline: () => {
      devtools.clearTimeline()
    },
  }
}

/** The instance that stands where another one is when that one is gone. */
function neighbourOf(instanceId: string, { plugins }: RootState): string | null {
  const ids = Object.keys(plugins.instances)
  const index = ids.indexOf(instanceId)
  return ids[index + 1] ?? ids[index - 1] ?? null
}
