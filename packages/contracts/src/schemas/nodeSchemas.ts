import { alertSchema } from './kinds/alert.ts'
import { badgeSchema } from './kinds/badge.ts'
import { buttonSchema } from './kinds/button.ts'
import { columnSchema } from './kinds/column.ts'
import { dividerSchema } from './kinds/divider.ts'
import { headingSchema } from './kinds/heading.ts'
import { inputSchema } from './kinds/input.ts'
import { listSchema } from './kinds/list.ts'
import { panelSchema } from './kinds/panel.ts'
import { progressSchema } from './kinds/progress.ts'
import { rowSchema } from './kinds/row.ts'
import { statSchema } from './kinds/stat.ts'
import { tableSchema } from './kinds/table.ts'
import { textSchema } from './kinds/text.ts'
import type { NodeSchemas } from './nodeSchema.ts'

/** The closed list of kinds: what is not here cannot be drawn. */
export const nodeSchemas: NodeSchemas = {
  alert: alertSchema,
  badge: badgeSchema,
  button: buttonSchema,
  column: columnSchema,
  divider: dividerSchema,
  heading: headingSchema,
  input: inputSchema,
  list: listSchema,
  panel: panelSchema,
  progress: progressSchema,
  row: rowSchema,
  stat: statSchema,
  table: tableSchema,
  text: textSchema,
}
