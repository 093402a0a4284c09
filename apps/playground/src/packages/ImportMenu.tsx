import { Ban, CircleCheck, Ellipsis, Info, Trash2 } from 'lucide-react'
import type { ReactElement } from 'react'

import type { PackageEntry } from '../host/packageCatalog.ts'
import { useImportCommands } from '../imports/useImportCommands.ts'
import { messages } from '../messages/index.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'

const words = messages.packages

/** What can be done with a packed plugin. */
export function ImportMenu({ entry }: { readonly entry: PackageEntry }): ReactElement {
  const { packageId, state, title } = entry
  const commands = useImportCommands()
  const isDisabled = state === 'disabled'
  return (
    <ActionMenu
      className="pk-more"
      label={words.actions(title)}
      entries={[
        {
          words: words.details,
          icon: <Info size={14} aria-hidden="true" />,
          onChoose: () => commands.showDetails(packageId),
        },
        {
          words: isDisabled ? words.enable : words.disable,
          icon: isDisabled ? <CircleCheck size={14} aria-hidden="true" /> : <Ban size={14} aria-hidden="true" />,
          onChoose: () => void (isDisabled ? commands.enable(packageId) : commands.disable(packageId)),
        },
        {
          words: words.remove,
          icon: <Trash2 size={14} aria-hidden="true" />,
          isDangerous: true,
          onChoose: () => void commands.remove(packageId),
        },
      ]}
    >
      <Ellipsis size={16} aria-hidden="true" />
    </ActionMenu>
  )
}
