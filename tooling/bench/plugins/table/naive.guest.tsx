import { definePlugin, type HandlerContext, type PressEvent } from '@plugboard/sdk'

import { EMPTY_TABLE, reduceTable, type TableAction, type TableState } from './rows.ts'
import { drawRow, drawTable } from './tableTree.tsx'
import type { TableSizes } from './view.ts'

/** Put in front of the code by the page that loads it. */
declare const SIZES: TableSizes

/** What a host without reducers understands. */
interface Actions {
  readonly 'state/replace': TableState
}

type Context = HandlerContext<TableState, Actions>
type CountEvent = PressEvent<{ readonly count: number }>
type RowEvent = PressEvent<{ readonly id: number }>

function reduce(ctx: Context, action: TableAction): void {
  ctx.dispatchPluginAction('state/replace', reduceTable(ctx.state, action))
}

// The same table for a host without reducers: every event sends the whole state.
definePlugin<TableState, Actions>({
  id: 'table',
  title: 'Table',
  initialState: EMPTY_TABLE,
  widgets: {
    main: {
      render: ({ state: { rows, selected } }) =>
        drawTable(
          rows.map((row) => ({ key: String(row.id), ...drawRow(row, row.id === selected) })),
          SIZES,
        ),
      handlers: {
        create: (ctx, { args }: CountEvent) => reduce(ctx, { type: 'create', count: args.count }),
        append: (ctx, { args }: CountEvent) => reduce(ctx, { type: 'append', count: args.count }),
        update: (ctx) => reduce(ctx, { type: 'update' }),
        select: (ctx, { args }: RowEvent) => reduce(ctx, { type: 'select', id: args.id }),
        swap: (ctx) => reduce(ctx, { type: 'swap' }),
        remove: (ctx, { args }: RowEvent) => reduce(ctx, { type: 'remove', id: args.id }),
        clear: (ctx) => reduce(ctx, { type: 'clear' }),
      },
    },
  },
})
