import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react'

// The first load has no menu in it: the first press on a button brings it.
const loadMenu = () => import('./OpenedMenu.tsx')
const OpenedMenu = lazy(async () => ({ default: (await loadMenu()).OpenedMenu }))

/** One line of a menu. */
export interface MenuEntry {
  readonly words: string
  readonly icon?: ReactNode
  /** Given for every entry: the menu is a choice, and this one is made. */
  readonly isChosen?: boolean
  readonly isDangerous?: boolean
  /** A line stands over it. */
  readonly isApart?: boolean
  readonly onChoose: () => void
}

export interface ActionMenuProps {
  /** Of the button, where its content is no words. */
  readonly label?: string
  readonly className: string
  /** Of the button. */
  readonly children: ReactNode
  readonly entries: readonly MenuEntry[]
}

/** A button that opens a menu. */
export function ActionMenu(props: ActionMenuProps): ReactElement {
  const [isWanted, setWanted] = useState(false)
  const { children, className, label } = props
  const preload = (): void => {
    // What cannot be loaded is told when it is wanted.
    loadMenu().catch(() => undefined)
  }
  const button = (
    <button
      type="button"
      className={className}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onFocus={preload}
      onPointerEnter={preload}
      onClick={() => {
        setWanted(true)
      }}
    >
      {children}
    </button>
  )
  return isWanted ? (
    <Suspense fallback={button}>
      <OpenedMenu {...props} />
    </Suspense>
  ) : (
    button
  )
}
