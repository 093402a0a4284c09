import type { KeyboardEvent } from 'react'

/** Arrow keys, Home and End among the pressable rows of a list or table; every one is also a tab stop. */
export function moveBetweenPressables(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-press')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-press]')]
  const next = rows[targetIndex(event.key, rows.indexOf(event.target), rows.length)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

function targetIndex(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return index + 1
    case 'ArrowUp':
      return index - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return -1
  }
}
