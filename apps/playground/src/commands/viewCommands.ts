import { DEVTOOLS_PANELS, type DevtoolsPanel } from '@plugboard/devtools'
import {
  Columns2,
  Code,
  Database,
  Keyboard,
  LayoutGrid,
  List,
  Moon,
  PanelBottom,
  Shapes,
  ShieldX,
  Sun,
  SunMoon,
} from 'lucide-react'

import { messages } from '../messages/index.ts'
import { goTo } from '../shell/goTo.ts'
import { CARD_LAYOUTS, cardsPreference, shellActions, type CardLayout } from '../shell/shellSlice.ts'
import { chooseTheme, THEMES } from '../ui/theme.ts'
import { workspaceActions } from '../workspace/workspaceSlice.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './commandContext.ts'

const words = messages.commands

const PAGE_ICONS = { run: LayoutGrid, split: Columns2, code: Code, gallery: Shapes } as const
const THEME_ICONS = { light: Sun, dark: Moon, system: SunMoon } as const
const PAGES = ['run', 'split', 'code', 'gallery'] as const

/** Commands that change what is looked at. */
export function viewCommands({ devtools, dispatch, domains }: CommandContext): readonly Command[] {
  const showPanel = (panel: DevtoolsPanel): void => {
    goTo({ page: 'run' })
    devtools.showPanel(panel)
    dispatch(workspaceActions.mobileViewChanged('timeline'))
  }
  return [
    ...PAGES.map((page) =>
      command(`page.${page}`, words.page[page], PAGE_ICONS[page], () => {
        goTo({ page })
      }),
    ),
    ...DEVTOOLS_PANELS.map((panel) =>
      command(`panel.${panel}`, words.panel[panel], PanelBottom, () => {
        showPanel(panel)
      }),
    ),
    ...domains.map((domain) =>
      command(`domain.open:${domain}`, words.openDomain(domain), Database, () => {
        showPanel('domains')
        devtools.selectDomain(domain)
      }),
    ),
    command('timeline.denied', words.showDenied, ShieldX, () => {
      showPanel('timeline')
      devtools.filterTimeline({ outcome: 'denied' })
    }),
    ...THEMES.map((theme) =>
      command(`theme.${theme}`, words.theme[theme], THEME_ICONS[theme], () => {
        chooseTheme(theme)
      }),
    ),
    ...CARD_LAYOUTS.map((layout) =>
      command(`cards.${layout}`, words.cards[layout], layout === 'grid' ? LayoutGrid : List, () => {
        changeCards(layout, dispatch)
      }),
    ),
    command('help.shortcuts', words.shortcuts, Keyboard, () => {
      dispatch(shellActions.dialogOpened({ kind: 'shortcuts' }))
    }),
  ]
}

/** Shows the cards so from now on, on this page and the next. */
export function changeCards(layout: CardLayout, dispatch: CommandContext['dispatch']): void {
  cardsPreference.write(layout)
  dispatch(shellActions.cardsChanged(layout))
}

function command(id: string, title: string, icon: Command['icon'], run: () => void): Command {
  return { id, kind: 'command', title, icon, run }
}
