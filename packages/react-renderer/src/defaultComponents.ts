import { AlertView } from './components/AlertView.tsx'
import { BadgeView } from './components/BadgeView.tsx'
import { ButtonView } from './components/ButtonView.tsx'
import { ColumnView } from './components/ColumnView.tsx'
import { DividerView } from './components/DividerView.tsx'
import { HeadingView } from './components/HeadingView.tsx'
import { InputView } from './components/InputView.tsx'
import { ListView } from './components/ListView.tsx'
import { PanelView } from './components/PanelView.tsx'
import { ProgressView } from './components/ProgressView.tsx'
import { RowView } from './components/RowView.tsx'
import { StatView } from './components/StatView.tsx'
import { TableView } from './components/TableView.tsx'
import { TextView } from './components/TextView.tsx'
import type { UIComponents } from './nodeProps.ts'

/** The component of every kind, where the host puts none in its place. */
export const defaultComponents: Required<UIComponents> = {
  alert: AlertView,
  badge: BadgeView,
  button: ButtonView,
  column: ColumnView,
  divider: DividerView,
  heading: HeadingView,
  input: InputView,
  list: ListView,
  panel: PanelView,
  progress: ProgressView,
  row: RowView,
  stat: StatView,
  table: TableView,
  text: TextView,
}
