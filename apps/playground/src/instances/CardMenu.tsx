import { Menu } from '@base-ui/react/menu'
import type { RuntimePluginInstance } from '@plugboard/contracts'
import { CircleStop, Ellipsis, Pause, Play, RotateCcw, SlidersHorizontal, Trash2 } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
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
  return (
    <Menu.Root>
      <Menu.Trigger className="btn ghost sq" aria-label={words.actions(instanceId)}>
        <Ellipsis size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Menu.Popup className="menu">
            <Menu.Item className="menu-item" onClick={() => selection.inspect(instanceId)}>
              <SlidersHorizontal size={14} aria-hidden="true" />
              {words.inspect}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => host.setEnabled(instanceId, !enabled)}>
              {enabled ? <Pause size={14} aria-hidden="true" /> : <Play size={14} aria-hidden="true" />}
              {enabled ? words.pause : words.resume}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => void commands.restart(instanceId)}>
              <RotateCcw size={14} aria-hidden="true" />
              {words.restart}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => void commands.kill(instanceId)}>
              <CircleStop size={14} aria-hidden="true" />
              {words.kill}
            </Menu.Item>
            <Menu.Item className="menu-item danger" onClick={() => void commands.remove(instanceId)}>
              <Trash2 size={14} aria-hidden="true" />
              {words.remove}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
