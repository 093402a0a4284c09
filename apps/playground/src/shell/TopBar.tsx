import { Moon, Plus, Sun } from 'lucide-react'
import { useState, type ReactElement } from 'react'

import { GALLERY } from '../gallery/anchor.ts'
import { messages } from '../messages/index.ts'
import { initialTheme, rememberTheme, type Theme } from '../ui/theme.ts'
import type { Page } from './page.ts'

const words = messages.shell

export interface TopBarProps {
  /** Where this is. */
  readonly page: Page
  /** Absent: plugins are not added here. */
  readonly onNewPlugin?: () => void
}

export function TopBar({ page, onNewPlugin }: TopBarProps): ReactElement {
  const [theme, setTheme] = useState<Theme>(initialTheme)
  const other: Theme = theme === 'dark' ? 'light' : 'dark'
  return (
    <header className="top">
      {/* The address stays as it is: it says which page this is. */}
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {page === 'run' ? words.skipToWorkspace : words.skipToKinds}
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
        <span>{words.product}</span>
      </div>
      <span className="sep" aria-hidden="true" />
      <span className="sec top-title">{words.title}</span>
      <nav className="seg" aria-label={words.pages}>
        <a href="#run" aria-current={page === 'run' ? 'page' : undefined}>
          {words.run}
        </a>
        <a href={`#${GALLERY}`} aria-current={page === 'gallery' ? 'page' : undefined}>
          {words.gallery}
        </a>
      </nav>
      <span className="grow" />
      {onNewPlugin === undefined ? null : (
        <button type="button" className="btn ghost sq top-add" aria-label={words.newPlugin} onClick={onNewPlugin}>
          <Plus size={16} aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className="btn ghost sq"
        aria-label={words.switchTheme(other)}
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
