import { expect, test, vi } from 'vitest'

import { workspaceCommands } from './workspaceCommands.ts'
import type { WorkspaceEntry } from './workspaceEntry.ts'

function entry(id: string, deletedAt: number | null = null): WorkspaceEntry {
  return { id, name: `The ${id}`, createdAt: 1, openedAt: 1, deletedAt }
}

test('the palette opens every workspace but the open and the deleted ones', () => {
  const open = vi.fn<(entry: WorkspaceEntry) => void>()
  const other = entry('two')
  const commands = workspaceCommands(
    { current: entry('one'), entries: [entry('one'), other, entry('three', 5)] },
    { open, show: () => undefined, importFile: () => undefined, exportFile: () => undefined },
  )
  expect(commands.filter(({ id }) => id.startsWith('workspace.open:')).map(({ title }) => title)).toEqual([
    'Open workspace The two',
  ])
  commands.at(-1)?.run()
  expect(open).toHaveBeenCalledWith(other)
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
})
