import { Menu } from '@base-ui/react/menu'
import { Check, Moon, Sun, SunMoon } from 'lucide-react'
import type { ReactElement } from 'react'

import { messages } from '../messages/index.ts'
import { chooseTheme, THEMES, useTheme, type Theme } from '../ui/theme.ts'

const words = messages.shell

const ICONS = { light: Sun, dark: Moon, system: SunMoon } as const

/** Light, dark, or what the operating system says. */
export function ThemeMenu(): ReactElement {
  const theme = useTheme()
  const Icon = ICONS[theme]
  return (
    <Menu.Root>
      <Menu.Trigger className="btn ghost sq" aria-label={words.theme}>
        <Icon size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Menu.Popup className="menu">
            <Menu.RadioGroup
              value={theme}
              onValueChange={(value: Theme) => {
                chooseTheme(value)
              }}
            >
              {THEMES.map((choice) => (
                <Menu.RadioItem key={choice} className="menu-item" value={choice} closeOnClick>
                  <span className="menu-check">
                    <Menu.RadioItemIndicator>
                      <Check size={14} aria-hidden="true" />
                    </Menu.RadioItemIndicator>
                  </span>
                  {words.themes[choice]}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
