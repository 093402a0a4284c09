import { alertSchema } from './kinds/alert.ts'
import { badgeSchema } from './kinds/badge.ts'
import { buttonSchema } from './kinds/button.ts'
import { codeSchema } from './kinds/code.ts'
import { columnSchema } from './kinds/column.ts'
import { dividerSchema } from './kinds/divider.ts'
import { emptySchema } from './kinds/empty.ts'
import { gridSchema } from './kinds/grid.ts'
import { headingSchema } from './kinds/heading.ts'
import { iconSchema } from './kinds/icon.ts'
import { inputSchema } from './kinds/input.ts'
import { linkSchema } from './kinds/link.ts'
import { listSchema } from './kinds/list.ts'
import { panelSchema } from './kinds/panel.ts'
import { progressSchema } from './kinds/progress.ts'
import { rowSchema } from './kinds/row.ts'
import { spinnerSchema } from './kinds/spinner.ts'
import { statSchema } from './kinds/stat.ts'
import { tableSchema } from './kinds/table.ts'
import { textSchema } from './kinds/text.ts'
import type { NodeSchemas } from './nodeSchema.ts'

/** The closed list of kinds: what is not here cannot be drawn. */
export const nodeSchemas: NodeSchemas = {
  alert: alertSchema,
  badge: badgeSchema,
  button: buttonSchema,
  code: codeSchema,
  column: columnSchema,
  divider: dividerSchema,
  empty: emptySchema,
  grid: gridSchema,
  heading: headingSchema,
  icon: iconSchema,
  input: inputSchema,
  link: linkSchema,
  list: listSchema,
  panel: panelSchema,
  progress: progressSchema,
  row: rowSchema,
  spinner: spinnerSchema,
  stat: statSchema,
  table: tableSchema,
  text: textSchema,
}
