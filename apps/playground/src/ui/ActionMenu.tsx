import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react'

// The first load has no menu in it: the first press on a button brings it.
const loadMenu = () => import('./OpenedMenu.tsx')
const OpenedMenu = lazy(async () => ({ default: (await loadMenu()).OpenedMenu }))

/** One line of a menu. */
export interface MenuEntry {
  readonly words: string
  readonly icon?: ReactNode
  /** Said after the words, and not shown: what the icon says. */
  readonly note?: string
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
  /** The side of the button that the menu stands at. Default `end`. */
  readonly align?: 'start' | 'end'
  /** Called each time the menu opens. */
  readonly onOpen?: () => void
}

/** A button that opens a menu. */
export function ActionMenu(props: ActionMenuProps): ReactElement {
  const [isWanted, setWanted] = useState(false)
  const { children, className, label, onOpen } = props
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
        onOpen?.()
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
