import { Code, Eraser, FilePlus2, PackagePlus, Plus, Search, Undo2 } from 'lucide-react'

import { messages } from '../messages/index.ts'
import { goTo } from '../shell/goTo.ts'
import { shellActions } from '../shell/shellSlice.ts'
import { focusLater } from '../ui/focusLater.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './commandContext.ts'

const words = messages.commands

/** Commands that add something, look for it, or clear. */
export function packageCommands({
  dispatch,
  imports,
  offers,
  packages,
  workspace,
}: CommandContext): readonly Command[] {
  return [
    {
      id: 'palette.open',
      kind: 'command',
      title: words.open,
      icon: Search,
      isUnlisted: true,
      run: () => {
        dispatch(shellActions.dialogOpened({ kind: 'palette', query: '' }))
      },
    },
    {
      id: 'palette.add',
      kind: 'command',
      title: words.shortcut['palette.add'],
      icon: Plus,
      isUnlisted: true,
      run: () => {
        dispatch(shellActions.dialogOpened({ kind: 'palette', query: words.addQuery }))
      },
    },
    ...packages.map((entry): Command => ({
      id: `package.add:${entry.packageId}`,
      kind: 'command',
      title: words.add(entry.title),
      keywords: entry.summary,
      icon: Plus,
      run: () => void workspace.add(entry),
    })),
    ...packages
      .filter(({ shelf }) => shelf === 'preset' || shelf === 'own')
      .map(({ packageId, shelf, title }): Command => ({
        id: `package.code:${packageId}`,
        kind: 'command',
        title: shelf === 'own' ? words.edit(title) : words.readSource(title),
        icon: Code,
        run: () => {
          goTo({ page: 'split', packageId })
        },
      })),
    {
      id: 'plugin.new',
      kind: 'command',
      title: words.newPlugin,
      icon: FilePlus2,
      run: () => {
        dispatch(shellActions.dialogOpened({ kind: 'newPlugin' }))
      },
    },
    {
      id: 'package.import',
      kind: 'command',
      title: messages.packages.importFile,
      icon: PackagePlus,
      run: () => imports.pick(),
    },
    {
      id: 'packages.filter',
      kind: 'command',
      title: words.filterPackages,
      icon: Search,
      run: () => {
        dispatch(workspaceActions.mobileViewChanged('packages'))
        focusLater('.side-search input')
      },
    },
    ...undoCommands(offers, dispatch),
    {
      id: 'timeline.clear',
      kind: 'command',
      title: words.clearTimeline,
      icon: Eraser,
      run: () => {
        workspace.clearTimeline()
      },
    },
  ]
}

/** What was done last, taken back; nothing while nothing was. */
function undoCommands(offers: CommandContext['offers'], dispatch: CommandContext['dispatch']): readonly Command[] {
  const { last } = offers
  if (last === undefined) return []
  const run = (): void => {
    offers.take(last).catch((error: unknown) => {
      dispatch(workspaceActions.refusalShown(error instanceof Error ? error.message : messages.undo.failed))
    })
  }
  return [{ id: 'undo.last', kind: 'command', title: messages.undo.last, hint: last.text, icon: Undo2, run }]
}
