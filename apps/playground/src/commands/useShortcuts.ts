import { useEffect } from 'react'

import { definePreference } from '../ui/preference.ts'
import { useCommandRegistry } from './commandRegistry.ts'
import { findShortcut } from './shortcuts.ts'

/** Whether single keys run anything: who dictates, or presses keys by accident, turns them off (WCAG 2.1.4). */
export const singleKeys = definePreference({ name: 'single-keys', values: ['on', 'off'], fallback: 'on' })

/** Runs commands by their keys, for the whole page. */
export function useShortcuts(): void {
  const registry = useCommandRegistry()
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const shortcut = findShortcut(event)
      if (shortcut === undefined) return
      if (shortcut.isModified !== true && (isTaken(event.target) || singleKeys.read() === 'off')) return
      if (registry.run(shortcut.command)) event.preventDefault()
    }
    addEventListener('keydown', listen)
    return () => {
      removeEventListener('keydown', listen)
    }
  }, [registry])
}

/** Whether keys already mean something where the focus is: text, a choice, a menu, or a dialog over the page. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  const taken =
    'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]'
  return target.closest(taken) !== null
}
