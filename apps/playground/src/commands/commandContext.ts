import type { DevtoolsSession } from '@plugboard/devtools'
import type { PluginHost } from '@plugboard/host'
import type { Dispatch } from '@reduxjs/toolkit'

import type { PackageEntry } from '../host/packageCatalog.ts'
import type { ImportCommands } from '../imports/useImportCommands.ts'
import type { WorkspaceCommands } from '../workspace/commands.ts'
import type { RootState } from '../workspace/hooks.ts'
import type { UndoOffers } from '../workspace/undoOffers.ts'

/** What the page's own commands are made of. */
export interface CommandContext {
  readonly state: RootState
  readonly dispatch: Dispatch
  readonly host: PluginHost
  readonly devtools: DevtoolsSession
  readonly workspace: WorkspaceCommands
  readonly imports: ImportCommands
  readonly offers: UndoOffers
  readonly packages: readonly PackageEntry[]
  /** Shared domains that a person can look at. */
  readonly domains: readonly string[]
}
