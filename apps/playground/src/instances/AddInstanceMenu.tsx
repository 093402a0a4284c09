import { Menu } from '@base-ui/react/menu'
import { FilePlus2, Plus } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { shellActions } from '../shell/shellSlice.ts'
import { PackageTile } from '../ui/PackageTile.tsx'
import { useCommands } from '../workspace/commands.ts'
import { useAppDispatch, usePackages } from '../workspace/hooks.ts'

const words = messages.instances

/** Every package, to run it once more. */
export function AddInstanceMenu(): ReactElement {
  const commands = useCommands()
  const dispatch = useAppDispatch()
  const packages = usePackages()
  return (
    <Menu.Root>
      <Menu.Trigger className="btn pri">
        <Plus size={16} aria-hidden="true" />
        {words.add}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Menu.Popup className="menu long">
            {packages.map((entry) => (
              <Menu.Item key={entry.packageId} className="menu-item" onClick={() => void commands.add(entry)}>
                <PackageTile entry={entry} small />
                {entry.title}
              </Menu.Item>
            ))}
            <Menu.Separator className="menu-line" />
            <Menu.Item className="menu-item" onClick={() => dispatch(shellActions.dialogOpened({ kind: 'newPlugin' }))}>
              <FilePlus2 size={14} aria-hidden="true" />
              {words.newPlugin}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
