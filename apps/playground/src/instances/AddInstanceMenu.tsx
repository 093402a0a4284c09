import { FilePlus2, Plus } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { shellActions } from '../shell/shellSlice.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
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
    <ActionMenu
      className="btn pri"
      entries={[
        ...packages.map((entry) => ({
          words: entry.title,
          icon: <PackageTile entry={entry} small />,
          onChoose: () => void commands.add(entry),
        })),
        {
          words: words.newPlugin,
          icon: <FilePlus2 size={14} aria-hidden="true" />,
          isApart: true,
          onChoose: () => dispatch(shellActions.dialogOpened({ kind: 'newPlugin' })),
        },
      ]}
    >
      <Plus size={16} aria-hidden="true" />
      {words.add}
    </ActionMenu>
  )
}
