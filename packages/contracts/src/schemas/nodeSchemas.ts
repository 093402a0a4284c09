import { alertSchema } from './kinds/alert.ts'
import { badgeSchema } from './kinds/badge.ts'
import { buttonSchema } from './kinds/button.ts'
import { checkboxSchema } from './kinds/checkbox.ts'
import { codeSchema } from './kinds/code.ts'
import { columnSchema } from './kinds/column.ts'
import { customSchema } from './kinds/custom.ts'
import { dialogSchema } from './kinds/dialog.ts'
import { dividerSchema } from './kinds/divider.ts'
import { emptySchema } from './kinds/empty.ts'
import { formSchema } from './kinds/form.ts'
import { gridSchema } from './kinds/grid.ts'
import { headingSchema } from './kinds/heading.ts'
import { iconSchema } from './kinds/icon.ts'
import { imageSchema } from './kinds/image.ts'
import { inputSchema } from './kinds/input.ts'
import { linkSchema } from './kinds/link.ts'
import { listSchema } from './kinds/list.ts'
import { panelSchema } from './kinds/panel.ts'
import { progressSchema } from './kinds/progress.ts'
import { radioSchema } from './kinds/radio.ts'
import { rowSchema } from './kinds/row.ts'
import { selectSchema } from './kinds/select.ts'
import { spinnerSchema } from './kinds/spinner.ts'
import { statSchema } from './kinds/stat.ts'
import { switchSchema } from './kinds/switch.ts'
import { tableSchema } from './kinds/table.ts'
import { tabsSchema } from './kinds/tabs.ts'
import { textSchema } from './kinds/text.ts'
import { textareaSchema } from './kinds/textarea.ts'
import type { NodeSchemas } from './nodeSchema.ts'

/** The closed list of kinds: what is not here cannot be drawn. */
export const nodeSchemas: NodeSchemas = {
  alert: alertSchema,
  badge: badgeSchema,
  button: buttonSchema,
  checkbox: checkboxSchema,
  code: codeSchema,
  column: columnSchema,
  custom: customSchema,
  dialog: dialogSchema,
  divider: dividerSchema,
  empty: emptySchema,
  form: formSchema,
  grid: gridSchema,
  heading: headingSchema,
  icon: iconSchema,
  image: imageSchema,
  input: inputSchema,
  link: linkSchema,
  list: listSchema,
  panel: panelSchema,
  progress: progressSchema,
  radio: radioSchema,
  row: rowSchema,
  select: selectSchema,
  spinner: spinnerSchema,
  stat: statSchema,
  switch: switchSchema,
  table: tableSchema,
  tabs: tabsSchema,
  text: textSchema,
  textarea: textareaSchema,
}
