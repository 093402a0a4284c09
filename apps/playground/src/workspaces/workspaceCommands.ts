import { Download, FolderOpen, List, Pencil, Plus, Share2, SquareStack } from 'lucide-react'

import type { Command } from '../commands/command.ts'
import { messages } from '../messages/index.ts'
import type { DeskView } from './workspaceDesk.ts'
import type { WorkspaceEntry } from './workspaceEntry.ts'

const words = messages.workspaces.commands

/** What the menu of workspaces can do. */
export interface WorkspaceMenuActions {
  readonly show: (dialog: 'new' | 'rename' | 'all' | 'share') => void
  readonly open: (entry: WorkspaceEntry) => void
  readonly importFile: () => void
  readonly exportFile: () => void
}

/** The same for the palette, by name. */
export function workspaceCommands(view: DeskView, actions: WorkspaceMenuActions): readonly Command[] {
  const { exportFile, importFile, open, show } = actions
  const others = view.entries.filter(({ deletedAt, id }) => deletedAt === null && id !== view.current?.id)
  return [
    command('new', words.new, Plus, () => show('new')),
    command('rename', words.rename, Pencil, () => show('rename')),
    command('all', words.all, List, () => show('all')),
    command('share', words.share, Share2, () => show('share')),
    command('import', words.import, FolderOpen, importFile),
    command('export', words.export, Download, exportFile),
    ...others.map((entry) => command(`open:${entry.id}`, words.open(entry.name), SquareStack, () => open(entry))),
  ]
}

function command(id: string, title: string, icon: Command['icon'], run: () => void): Command {
  return { id: `workspace.${id}`, kind: 'command', title, icon, run }
}
