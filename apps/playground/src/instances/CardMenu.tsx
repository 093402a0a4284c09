import type { RuntimePluginInstance } from '@plugboard/contracts'
import { CircleStop, Ellipsis, Pause, Play, RotateCcw, SlidersHorizontal, Trash2 } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { useCommands } from '../workspace/commands.ts'
import { useHost } from '../workspace/hooks.ts'
import { useSelection } from '../workspace/selection.ts'

const words = messages.instances

/** What can be done to one instance. */
export function CardMenu({ instance }: { readonly instance: RuntimePluginInstance }): ReactElement {
  const host = useHost()
  const commands = useCommands()
  const selection = useSelection()
  const { instanceId, enabled } = instance
  const Toggle = enabled ? Pause : Play
  return (
    <ActionMenu
      className="btn ghost sq"
      label={words.actions(instanceId)}
      entries={[
        {
          words: words.inspect,
          icon: <SlidersHorizontal size={14} aria-hidden="true" />,
          onChoose: () => {
            selection.inspect(instanceId)
          },
        },
        {
          words: enabled ? words.pause : words.resume,
          icon: <Toggle size={14} aria-hidden="true" />,
          onChoose: () => {
            host.setEnabled(instanceId, !enabled)
          },
        },
        {
          words: words.restart,
          icon: <RotateCcw size={14} aria-hidden="true" />,
          onChoose: () => void commands.restart(instanceId),
        },
        {
          words: words.kill,
          icon: <CircleStop size={14} aria-hidden="true" />,
          onChoose: () => void commands.kill(instanceId),
        },
        {
          words: words.remove,
          icon: <Trash2 size={14} aria-hidden="true" />,
          isDangerous: true,
          onChoose: () => void commands.remove(instanceId),
        },
      ]}
    >
      <Ellipsis size={16} aria-hidden="true" />
    </ActionMenu>
  )
}
