export type Theme = 'light' | 'dark'

/** The theme that the person chose, or the one that the system asks for. */
export function initialTheme(): Theme {
  const stored = localStorage.getItem('plugboard-theme')
  if (stored === 'light' || stored === 'dark') return stored
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}

export function rememberTheme(theme: Theme): void {
  localStorage.setItem('plugboard-theme', theme)
  applyTheme(theme)
}
