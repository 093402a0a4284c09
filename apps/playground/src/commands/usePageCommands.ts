import { useDevtools } from '@plugboard/devtools'
import { useCallback } from 'react'
import { useStore } from 'react-redux'

import { useImportCommands } from '../imports/useImportCommands.ts'
import { useCommands } from '../workspace/commands.ts'
import { useHost, usePackages, type RootState } from '../workspace/hooks.ts'
import { useUndoOffers } from '../workspace/undoOffers.ts'
import type { CommandContext } from './commandContext.ts'
import { useCommandSource } from './commandRegistry.ts'
import { instanceCommands } from './instanceCommands.ts'
import { packageCommands } from './packageCommands.ts'
import { viewCommands } from './viewCommands.ts'

/** Offers the page's own commands. */
export function usePageCommands(): void {
  const devtools = useDevtools()
  const host = useHost()
  const store = useStore<RootState>()
  const workspace = useCommands()
  const imports = useImportCommands()
  const packages = usePackages()
  const offers = useUndoOffers()
  const source = useCallback(() => {
    const { dispatch } = store
    const context: CommandContext = {
      state: store.getState(),
      dispatch,
      host,
      devtools,
      workspace,
      imports,
      offers,
      packages,
      domains: host.domains.map(({ name }) => name),
    }
    return [...packageCommands(context), ...instanceCommands(context), ...viewCommands(context)]
  }, [devtools, host, imports, offers, packages, store, workspace])
  useCommandSource(source)
}
