import type { NodeOf, UINode } from '@plugboard/contracts'

import { drawButton } from './kinds/button.ts'
import { drawCheckbox, drawRadio, drawSelect, drawSwitch } from './kinds/choice.ts'
import { drawCode } from './kinds/code.ts'
import { drawColumn, drawCustom, drawDialog, drawForm, drawGrid, drawPanel, drawRow } from './kinds/containers.ts'
import { drawAlert, drawEmpty, drawProgress, drawSpinner } from './kinds/feedback.ts'
import { drawList } from './kinds/list.ts'
import { drawTable } from './kinds/table.ts'
import { drawTabs } from './kinds/tabs.ts'
import { drawInput, drawTextarea } from './kinds/textField.ts'
import {
  drawBadge,
  drawDivider,
  drawHeading,
  drawIcon,
  drawImage,
  drawInvalidNode,
  drawLink,
  drawStat,
  drawText,
} from './kinds/words.ts'
import type { Line } from './line.ts'
import { type Pen, words } from './pen.ts'

type DrawKind<K extends UINode['kind']> = (node: NodeOf<K>, pen: Pen) => readonly Line[]

const KINDS: { readonly [K in UINode['kind']]: DrawKind<K> } = {
  alert: drawAlert,
  badge: drawBadge,
  button: drawButton,
  checkbox: drawCheckbox,
  code: drawCode,
  column: drawColumn,
  custom: drawCustom,
  dialog: drawDialog,
  divider: drawDivider,
  empty: drawEmpty,
  form: drawForm,
  grid: drawGrid,
  heading: drawHeading,
  icon: drawIcon,
  image: drawImage,
  input: drawInput,
  'invalid-node': drawInvalidNode,
  link: drawLink,
  list: drawList,
  panel: drawPanel,
  progress: drawProgress,
  radio: drawRadio,
  row: drawRow,
  select: drawSelect,
  spinner: drawSpinner,
  stat: drawStat,
  switch: drawSwitch,
  table: drawTable,
  tabs: drawTabs,
  text: drawText,
  textarea: drawTextarea,
}

/** Levels that are drawn. A parsed tree has fewer; this is for trees that nobody parsed. */
const DEEPEST = 200

/** Draws a node by its kind. */
export function drawNode(node: UINode, pen: Pen): readonly Line[] {
  if (pen.depth > DEEPEST) return words(pen, '[not shown: too deep]', 'critical')
  // Own properties only: a kind is a word that a plugin chose, and `constructor` is one.
  if (!Object.hasOwn(KINDS, node.kind)) return words(pen, `[not shown: "${node.kind}"]`, 'critical')
  // The table's type pairs each kind with what draws it, which an index by a union cannot express.
  const draw = KINDS[node.kind] as DrawKind<UINode['kind']>
  return draw(node, pen)
}
