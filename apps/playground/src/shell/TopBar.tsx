import { Code, Columns2, LayoutGrid, Shapes, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'

import { messages } from '../messages/index.ts'
import type { Route } from './route.ts'
import { writeRoute } from './route.ts'
import { ThemeMenu } from './ThemeMenu.tsx'

const words = messages.shell

type PageName = keyof typeof words.page

export interface TopBarProps {
  /** Where this is. */
  readonly page: Route['page']
  /** Beside the brand: which workspace this is. */
  readonly start?: ReactNode
  /** Before the theme: what can be done from everywhere. */
  readonly end?: ReactNode
  /** The last one: help. */
  readonly help?: ReactNode
}

const ICONS: Readonly<Record<PageName, LucideIcon>> = { run: LayoutGrid, split: Columns2, code: Code, gallery: Shapes }
const VIEWS = ['run', 'split', 'code'] as const

/** The bar over every page: whose page this is, which view of it, and what is always at hand. */
export function TopBar({ page, start, end, help }: TopBarProps): ReactElement {
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
        {page === 'gallery' ? words.skipToKinds : words.skipToWorkspace}
      </a>
      <div className="top-start">
        <div className="brand">
          <Sign />
          <span>{words.product}</span>
        </div>
        {start === undefined ? null : <span className="sep" aria-hidden="true" />}
        {start}
      </div>
      <nav className="seg top-views" aria-label={words.pages}>
        {(page === 'gallery' ? ([...VIEWS, 'gallery'] as const) : VIEWS).map((name) => (
          <PageLink key={name} name={name} isCurrent={name === page || (name === 'run' && page === 'shared')} />
        ))}
      </nav>
      <div className="top-end">
        {end}
        <span className="row top-wide">
          <ThemeMenu />
          {help}
        </span>
      </div>
    </header>
  )
}

function PageLink({ isCurrent, name }: { readonly isCurrent: boolean; readonly name: PageName }): ReactElement {
  const Icon = ICONS[name]
  return (
    <a href={writeRoute({ page: name })} aria-current={isCurrent ? 'page' : undefined}>
      <Icon size={14} aria-hidden="true" />
      {words.page[name]}
    </a>
  )
}

function Sign(): ReactElement {
  return (
    <svg className="mk" viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="6" fill="var(--accent-solid)" />
      <path d="M7 7v4a2 2 0 0 0 2 2h4m0-6v4m2 4v-2" fill="none" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  )
}
