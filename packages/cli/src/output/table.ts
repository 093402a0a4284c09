import { cleanDisplayText } from '@plugboard/contracts'
import stringWidth from 'string-width'

/** A column, by its place in the rows. */
export interface TableColumn {
  readonly title: string
  /** How a cell looks; its width is that of the plain text. */
  readonly paint?: (text: string) => string
}

/** Lines with columns that stand below each other. The last one is as long as it is. Words of others are cleaned. */
export function writeTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => columns.map((_, place) => cleanDisplayText(row[place] ?? '')))
  const widths = columns.map(({ title }, place) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[place] ?? ''))),
  )
  const lines = [columns.map(({ title }) => title), ...cells].map((row, index) =>
    row
      .map((text, place) => {
        const gap = place === columns.length - 1 ? '' : ' '.repeat((widths[place] ?? 0) - stringWidth(text) + 2)
        const paint = index === 0 ? undefined : columns[place]?.paint
        return (paint?.(text) ?? text) + gap
      })
      .join('')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** Names with their values, one a line; what has no value is left out. */
export function writeFacts(facts: readonly (readonly [name: string, value: string | undefined])[]): string {
  const shown = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, cleanDisplayText(value)] as const],
  )
  const width = Math.max(0, ...shown.map(([name]) => name.length))
  return shown.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('')
}
