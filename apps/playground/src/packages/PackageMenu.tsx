import { Menu } from '@base-ui/react/menu'
import { Code, Copy, Ellipsis, GitFork, Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import type { PackageEntry } from '../host/packageCatalog.ts'
import { messages } from '../messages/index.ts'
import { useProjectCommands } from '../projects/projectCommands.ts'
import { useForkPreset } from '../projects/useForkPreset.ts'
import { goTo } from '../shell/goTo.ts'
import { RenameDialog } from './RenameDialog.tsx'

const words = messages.packages

/** What can be done with a package: a preset is read and forked, a plugin of one's own is written. */
export function PackageMenu({ entry }: { readonly entry: PackageEntry }): ReactElement | null {
  const { packageId, shelf, title } = entry
  const isOwn = shelf === 'own'
  const fork = useForkPreset()
  const commands = useProjectCommands()
  const [isRenaming, setRenaming] = useState(false)
  if (shelf === 'stress') return null
  return (
    <Menu.Root>
      <Menu.Trigger className="pk-more" aria-label={words.actions(title)}>
        <Ellipsis size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Menu.Popup className="menu">
            <Menu.Item className="menu-item" onClick={() => goTo({ page: 'split', packageId })}>
              <Code size={14} aria-hidden="true" />
              {isOwn ? words.edit : words.viewSource}
            </Menu.Item>
            {isOwn ? (
              <>
                <Menu.Item className="menu-item" onClick={() => setRenaming(true)}>
                  <Pencil size={14} aria-hidden="true" />
                  {words.rename}
                </Menu.Item>
                <Menu.Item className="menu-item" onClick={() => void commands.duplicate(packageId)}>
                  <Copy size={14} aria-hidden="true" />
                  {words.duplicate}
                </Menu.Item>
                <Menu.Item className="menu-item danger" onClick={() => void commands.remove(packageId)}>
                  <Trash2 size={14} aria-hidden="true" />
                  {words.remove}
                </Menu.Item>
              </>
            ) : (
              <Menu.Item className="menu-item" onClick={() => void fork(packageId)}>
                <GitFork size={14} aria-hidden="true" />
                {words.fork}
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
      {isRenaming ? <RenameDialog entry={entry} onClose={() => setRenaming(false)} /> : null}
    </Menu.Root>
  )
}
