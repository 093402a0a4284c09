import { Moon, Sun, SunMoon } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import { chooseTheme, THEMES, useTheme } from '../ui/theme.ts'

const words = messages.shell

const ICONS = { light: Sun, dark: Moon, system: SunMoon } as const

/** Light, dark, or what the operating system says. */
export function ThemeMenu(): ReactElement {
  const theme = useTheme()
  const Icon = ICONS[theme]
  return (
    <ActionMenu
      className="btn ghost sq"
      label={words.theme}
      entries={THEMES.map((choice) => ({
        words: words.themes[choice],
        isChosen: choice === theme,
        onChoose: () => {
          chooseTheme(choice)
        },
      }))}
    >
      <Icon size={16} aria-hidden="true" />
    </ActionMenu>
  )
}
