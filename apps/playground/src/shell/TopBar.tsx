import { Moon, Plus, Sun } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { initialTheme, rememberTheme, type Theme } from '../ui/theme.ts'

export interface TopBarProps {
  readonly onNewPlugin: () => void
}

export function TopBar({ onNewPlugin }: TopBarProps): ReactElement {
  const [theme, setTheme] = useState<Theme>(initialTheme)
  const other: Theme = theme === 'dark' ? 'light' : 'dark'
  return (
    <header className="top">
      <a className="skip" href="#main">
        Skip to workspace
      </a>
      <div className="brand">
        <svg className="mk" viewBox="0 0 22 22" aria-hidden="true">
          <rect width="22" height="22" rx="6" fill="var(--accent-solid)" />
          <path
            d="M7 7v4a2 2 0 0 0 2 2h4m0-6v4m2 4v-2"
            fill="none"
            stroke="#fff"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </svg>
        <span>Plugboard</span>
      </div>
      <span className="sep" aria-hidden="true" />
      <span className="sec top-title">Playground</span>
      <span className="grow" />
      <button type="button" className="btn ghost sq top-add" aria-label="New plugin" onClick={onNewPlugin}>
        <Plus size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="btn ghost sq"
        aria-label={`Switch to the ${other} theme`}
        onClick={() => {
          rememberTheme(other)
          setTheme(other)
        }}
      >
        {theme === 'dark' ? <Sun size={16} aria-hidden="true" /> : <Moon size={16} aria-hidden="true" />}
      </button>
    </header>
  )
}
