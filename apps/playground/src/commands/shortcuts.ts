import { messages } from '../messages/index.ts'

/** Keys that run a command. The handler and the list of shortcuts both read this table. */
export interface Shortcut {
  /** Id of the command. */
  readonly command: keyof typeof messages.commands.shortcut
  /** `KeyboardEvent.key`, small. */
  readonly key: string
  /** With Ctrl, or ⌘ on a Mac: works while typing too. */
  readonly isModified?: true
  readonly isShifted?: true
}

export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'palette.open', key: 'k', isModified: true },
  { command: 'palette.add', key: 'a' },
  { command: 'plugin.new', key: 'n' },
  { command: 'packages.filter', key: '/' },
  { command: 'page.run', key: '1' },
  { command: 'page.split', key: '2' },
  { command: 'page.code', key: '3' },
  { command: 'selected.grants', key: 'g' },
  { command: 'selected.toggle', key: 'p' },
  { command: 'selected.restart', key: 'r' },
  { command: 'selected.remove', key: 'delete' },
  { command: 'instances.toggleAll', key: 'p', isShifted: true },
  { command: 'timeline.denied', key: 'd' },
  { command: 'undo.last', key: 'z' },
  { command: 'help.shortcuts', key: '?' },
]

export type KeyPress = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>

/** The shortcut that a key press is, if any. */
export function findShortcut({ altKey, ctrlKey, key, metaKey, shiftKey }: KeyPress): Shortcut | undefined {
  if (altKey || (ctrlKey && metaKey)) return undefined
  const pressed = key.toLowerCase()
  return SHORTCUTS.find(
    ({ isModified = false, isShifted = false, key: wanted }) =>
      wanted === pressed &&
      isModified === (ctrlKey || metaKey) &&
      // A sign is what it is, wherever a keyboard has it; of a letter, Shift makes another one.
      (isShifted === shiftKey || !/^[a-z]/.test(wanted)),
  )
}

/** The keys of a shortcut as they stand on the keyboard. */
export function labelsOf({ isModified, isShifted, key }: Shortcut, isMac: boolean): readonly string[] {
  const { keys } = messages.commands
  return [
    ...(isModified ? [isMac ? keys.command : keys.control] : []),
    ...(isShifted ? [keys.shift] : []),
    key === 'delete' ? keys.delete : key.toUpperCase(),
  ]
}

/** Whether the keyboard has a ⌘ key. */
export function isMacKeyboard(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}
