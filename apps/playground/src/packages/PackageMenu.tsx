import { Code, Copy, Ellipsis, GitFork, Pencil, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState, type ReactElement } from 'react'

import type { PackageEntry } from '../host/packageCatalog.ts'
import { messages } from '../messages/index.ts'
import { useProjectCommands } from '../projects/projectCommands.ts'
import { useForkPreset } from '../projects/useForkPreset.ts'
import { goTo } from '../shell/goTo.ts'
import { ActionMenu, type MenuEntry } from '../ui/ActionMenu.tsx'

const RenameDialog = lazy(async () => ({ default: (await import('./RenameDialog.tsx')).RenameDialog }))

const words = messages.packages

/** What can be done with a package: a preset is read and forked, a plugin of one's own is written. */
export function PackageMenu({ entry }: { readonly entry: PackageEntry }): ReactElement | null {
  const { packageId, shelf, title } = entry
  const isOwn = shelf === 'own'
  const fork = useForkPreset()
  const commands = useProjectCommands()
  const [isRenaming, setRenaming] = useState(false)
  if (shelf === 'stress') return null
  const ofOwn: readonly MenuEntry[] = [
    { words: words.rename, icon: <Pencil size={14} aria-hidden="true" />, onChoose: () => setRenaming(true) },
    {
      words: words.duplicate,
      icon: <Copy size={14} aria-hidden="true" />,
      onChoose: () => void commands.duplicate(packageId),
    },
    {
      words: words.remove,
      icon: <Trash2 size={14} aria-hidden="true" />,
      isDangerous: true,
      onChoose: () => void commands.remove(packageId),
    },
  ]
  const ofPreset: readonly MenuEntry[] = [
    { words: words.fork, icon: <GitFork size={14} aria-hidden="true" />, onChoose: () => void fork(packageId) },
  ]
  return (
    <>
      <ActionMenu
        className="pk-more"
        label={words.actions(title)}
        entries={[
          {
            words: isOwn ? words.edit : words.viewSource,
            icon: <Code size={14} aria-hidden="true" />,
            onChoose: () => goTo({ page: 'split', packageId }),
          },
          ...(isOwn ? ofOwn : ofPreset),
        ]}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </ActionMenu>
      {isRenaming ? (
        <Suspense>
          <RenameDialog entry={entry} onClose={() => setRenaming(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
