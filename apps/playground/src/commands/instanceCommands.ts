import type { RuntimePluginInstance } from '@plugboard/contracts'
import { CircleStop, Pause, Play, RotateCcw, ScanEye, Shield, Trash2 } from 'lucide-react'

import { messages } from '../messages/index.ts'
import { goTo } from '../shell/goTo.ts'
import { focusLater } from '../ui/focusLater.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './commandContext.ts'

const words = messages.commands

/** Commands that lead to instances, and those for the selected one and for all of them. */
export function instanceCommands(context: CommandContext): readonly Command[] {
  const { devtools, state } = context
  const instances = Object.values(state.plugins.instances)
  const selected = state.plugins.instances[devtools.getSnapshot().selectedInstanceId ?? '']
  return [
    ...instances.flatMap((instance) => [goToCommand(context, instance), grantsCommand(context, instance)]),
    ...(selected === undefined ? [] : selectedCommands(context, selected)),
    ...(instances.length === 0 ? [] : commandsForAll(context, instances)),
  ]
}

function goToCommand({ devtools, dispatch }: CommandContext, instance: RuntimePluginInstance): Command {
  const { instanceId } = instance
  return {
    id: `instance.goTo:${instanceId}`,
    kind: 'instance',
    title: words.goTo(instanceId),
    hint: hintOf(instance),
    keywords: instance.title,
    icon: ScanEye,
    run: () => {
      goTo({ page: 'run' })
      devtools.selectInstance(instanceId)
      dispatch(workspaceActions.mobileViewChanged('run'))
      focusLater(`[data-instance="${instanceId}"]`)
    },
  }
}

function grantsCommand(context: CommandContext, { instanceId, title }: RuntimePluginInstance): Command {
  return {
    id: `instance.grants:${instanceId}`,
    kind: 'instance',
    title: words.editGrants(instanceId),
    keywords: title,
    icon: Shield,
    run: () => {
      editGrants(context, instanceId)
    },
  }
}

function editGrants({ devtools, dispatch }: CommandContext, instanceId: string): void {
  goTo({ page: 'run' })
  devtools.showTab('grants')
  devtools.selectInstance(instanceId)
  dispatch(workspaceActions.inspectorOpened())
  focusLater('.pbd-inspector [role="switch"]')
}

function selectedCommands(context: CommandContext, selected: RuntimePluginInstance): readonly Command[] {
  const { host, workspace } = context
  const { enabled, instanceId } = selected
  return [
    { ...grantsCommand(context, selected), id: 'selected.grants', isUnlisted: true },
    command(
      'selected.toggle',
      enabled ? words.pause(instanceId) : words.resume(instanceId),
      enabled ? Pause : Play,
      () => {
        host.setEnabled(instanceId, !enabled)
      },
    ),
    command('selected.restart', words.restart(instanceId), RotateCcw, () => void workspace.restart(instanceId)),
    command('selected.kill', words.kill(instanceId), CircleStop, () => void workspace.kill(instanceId)),
    command('selected.remove', words.remove(instanceId), Trash2, () => void workspace.remove(instanceId)),
  ]
}

function commandsForAll(
  { host, workspace }: CommandContext,
  instances: readonly RuntimePluginInstance[],
): readonly Command[] {
  const isRunning = instances.some(({ enabled }) => enabled)
  return [
    command('instances.toggleAll', isRunning ? words.pauseAll : words.resumeAll, isRunning ? Pause : Play, () => {
      for (const { instanceId } of instances) host.setEnabled(instanceId, !isRunning)
    }),
    command('instances.removeAll', words.removeAll, Trash2, () => void workspace.removeAll()),
  ]
}

function hintOf({ diagnostics, enabled, status }: RuntimePluginInstance): string {
  if (status === 'error' || status === 'quarantined') return words.status.stopped
  if (!enabled) return words.status.paused
  return diagnostics.deniedActions > 0 ? words.status.denied(diagnostics.deniedActions) : words.status.running
}

function command(id: string, title: string, icon: Command['icon'], run: () => void): Command {
  return { id, kind: 'command', title, icon, run }
}
