/** @jsxImportSource @plugboard/sdk */
import { Button, definePlugin, ui, type EachTableRow, type PressEvent } from '@plugboard/sdk'

import { EMPTY_TABLE, type Row, type TableState } from './rows.ts'
import { drawTable } from './tableTree.tsx'
import { MARK, type TableSizes } from './view.ts'

/** Put in front of the code by the page that loads it. */
declare const SIZES: TableSizes

/** What the package's reducer understands. An action says what happened and sends no rows: those are the host's. */
export interface TableActions {
  readonly create: { readonly count: number }
  readonly append: { readonly count: number }
  readonly update: undefined
  readonly select: { readonly id: number }
  readonly swap: undefined
  readonly remove: { readonly id: number }
  readonly clear: undefined
}

type CountEvent = PressEvent<{ readonly count: number }>
type RowEvent = PressEvent<{ readonly id: number }>

interface LineValues {
  readonly mark: string | null
  readonly id: number
  readonly label: string
}

// What a row looks like is said once; a row is then its values.
const line = ui.block<LineValues>((slot) => ({
  cells: {
    selected: slot('mark'),
    id: slot('id'),
    label: slot('label'),
    remove: { node: <Button onPress={{ handler: 'remove', args: { id: slot('id') } }}>Remove</Button> },
  },
  onPress: { handler: 'select', args: { id: slot('id') } },
}))

function drawLine({ id, label }: Row, _index: number, isMarked: boolean): EachTableRow {
  return line({ mark: isMarked ? MARK : null, id, label })
}

definePlugin<TableState, TableActions>({
  id: 'table',
  title: 'Table',
  initialState: EMPTY_TABLE,
  widgets: {
    main: {
      render({ state: { rows, selected } }) {
        const marked = selected === null ? [] : [selected]
        return drawTable(ui.each(rows, drawLine, { key: 'id', memo: true, marked }), SIZES)
      },
      handlers: {
        create: (ctx, { args }: CountEvent) => ctx.dispatchPluginAction('create', { count: args.count }),
        append: (ctx, { args }: CountEvent) => ctx.dispatchPluginAction('append', { count: args.count }),
        update: (ctx) => ctx.dispatchPluginAction('update'),
        select: (ctx, { args }: RowEvent) => ctx.dispatchPluginAction('select', { id: args.id }),
        swap: (ctx) => ctx.dispatchPluginAction('swap'),
        remove: (ctx, { args }: RowEvent) => ctx.dispatchPluginAction('remove', { id: args.id }),
        clear: (ctx) => ctx.dispatchPluginAction('clear'),
      },
    },
  },
})
