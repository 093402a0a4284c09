import { useSyncExternalStore } from 'react'

import { definePreference } from './preference.ts'

export const THEMES = ['light', 'dark', 'system'] as const

/** What a person chose; `system` follows the operating system, also when that changes. */
export type Theme = (typeof THEMES)[number]

const preference = definePreference({ name: 'theme', values: THEMES, fallback: 'system' })
const listeners = new Set<() => void>()
let theme: Theme = 'system'

/** Puts the chosen theme on the page, and keeps it there. Once for the page, before the first drawing. */
export function startTheme(): void {
  theme = preference.read()
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = (): void => {
    document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
  }
  apply()
  dark.addEventListener('change', apply)
  listeners.add(apply)
}

export function chooseTheme(next: Theme): void {
  theme = next
  preference.write(next)
  for (const listener of listeners) listener()
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => theme)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
