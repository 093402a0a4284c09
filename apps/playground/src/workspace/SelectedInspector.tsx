import { InstanceInspector } from '@plugboard/devtools'
import type { RuntimePluginInstance } from '@plugboard/contracts'
import type { ReactElement } from 'react'

import { PackageTile } from '../ui/PackageTile.tsx'
import { useCommands } from './commands.ts'
import { useAppDispatch, usePackage } from './hooks.ts'
import { workspaceActions } from './workspaceSlice.ts'

/** The inspector with the page's own tile, and removing as the page removes. */
export function SelectedInspector(): ReactElement {
  const commands = useCommands()
  const dispatch = useAppDispatch()
  return (
    <InstanceInspector
      renderIcon={(instance) => <InstanceTile instance={instance} />}
      onRemove={(instanceId) => void commands.remove(instanceId)}
      onClose={() => dispatch(workspaceActions.inspectorClosed())}
    />
  )
}

function InstanceTile({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  return <PackageTile entry={usePackage(instance.packageId)} small />
}
