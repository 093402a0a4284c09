import * as z from 'zod/mini'

import type { CellValue, TableNode, TableRow } from '../../ui/kinds/table.ts'
import { MOST_PARTS, type NodeSchema, type VisitChild } from '../nodeSchema.ts'
import { base, eventRef, key, label, name, node, optional, size, text } from '../vocabulary.ts'

export const cell: z.ZodMiniType<CellValue> = z.union([
  text(2_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ node }),
])

/** A place among all rows, or their number: at most a billion. */
const place = z.int().check(z.minimum(0), z.maximum(1_000_000_000))

export const tableSchema: NodeSchema<TableNode> = {
  props: z.strictObject({
    kind: z.literal('table'),
    ...base,
    caption: label,
    columns: z
      .array(
        z.strictObject({
          id: name,
          header: label,
          align: optional(z.enum(['start', 'end'])),
          width: optional(size),
          rowHeader: optional(z.boolean()),
          sortable: optional(z.boolean()),
        }),
      )
      .check(z.minLength(1), z.maxLength(30)),
    rows: z
      .array(z.strictObject({ key, cells: z.record(name, cell), onPress: optional(eventRef) }))
      .check(z.maxLength(MOST_PARTS)),
    sort: optional(z.strictObject({ column: name, dir: z.enum(['asc', 'desc']) })),
    onSort: optional(eventRef),
    select: optional(z.enum(['none', 'one', 'many'])),
    selected: optional(z.array(key).check(z.maxLength(MOST_PARTS))),
    onSelect: optional(eventRef),
    virtual: optional(z.boolean()),
    total: optional(place),
    offset: optional(place),
    onRange: optional(eventRef),
    empty: optional(text(300)),
  }),
  list: 'rows',
  mapChildren: (table, visit, visitPart) => ({
    ...table,
    rows: table.rows.map((row, index) =>
      visitPart(row, index, () => ({ ...row, cells: mapCells(row.cells, visit, index) })),
    ),
  }),
}

function mapCells(cells: TableRow['cells'], visit: VisitChild, index: number): TableRow['cells'] {
  const mapped: Record<string, CellValue> = {}
  for (const [column, value] of Object.entries(cells)) {
    const hasNode = typeof value === 'object' && value !== null
    mapped[column] = hasNode ? { node: visit(value.node, `.rows[${index}].cells.${column}`) } : value
  }
  return mapped
}
