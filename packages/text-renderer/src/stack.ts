import type { Gap, Justify, UINode } from '@plugboard/contracts'

import { besideOneAnother, blank, join, type Line } from './line.ts'
import { type Pen, penFor } from './pen.ts'

/** Nodes below one another, with an empty line between them where the gap is wide. */
export function drawStack(pen: Pen, nodes: readonly UINode[], gap?: Gap): readonly Line[] {
  const blocks = drawEach(pen, nodes)
  const isWide = gap === 'lg' || gap === 'xl'
  return blocks.flatMap((block, index) => (isWide && index > 0 ? [blank(0), ...block] : block))
}

export interface FlowOptions {
  readonly gap?: Gap | undefined
  readonly justify?: Justify | undefined
}

/** Nodes beside one another as long as they fit; what takes several lines has them for itself. */
export function drawFlow(pen: Pen, nodes: readonly UINode[], options: FlowOptions = {}): readonly Line[] {
  return flow(pen, drawEach(pen, nodes), options)
}

/** Blocks beside one another as long as they fit. */
export function flow(
  pen: Pen,
  blocks: readonly (readonly Line[])[],
  { gap, justify }: FlowOptions = {},
): readonly Line[] {
  const space = SPACES[gap ?? 'md']
  const lines: Line[] = []
  let pieces: Line[] = []
  let used = 0
  const end = (): void => {
    if (pieces.length > 0) lines.push(spread(pen, pieces, { space, justify }))
    pieces = []
    used = 0
  }
  for (const block of blocks) {
    const [only] = block
    if (only === undefined) continue
    if (block.length > 1) {
      end()
      for (const line of block) lines.push(line)
      continue
    }
    if (pieces.length > 0 && used + space + only.width > pen.width) end()
    used += (pieces.length > 0 ? space : 0) + only.width
    pieces.push(only)
  }
  end()
  return lines
}

/** Nodes in columns of one width, as many as fit. */
export function drawColumns(
  pen: Pen,
  nodes: readonly UINode[],
  { gap, count }: { gap: number; count: number },
): readonly Line[] {
  const width = Math.floor((pen.width - gap * (count - 1)) / count)
  const blocks = drawEach({ ...pen, width }, nodes).map((lines) => ({ lines, width }))
  const rows = Array.from({ length: Math.ceil(blocks.length / count) }, (_, row) =>
    blocks.slice(row * count, (row + 1) * count),
  )
  return rows.flatMap((row) => besideOneAnother(row, gap))
}

function drawEach(pen: Pen, nodes: readonly UINode[]): readonly (readonly Line[])[] {
  return nodes
    .map((node, place) => pen.paper.drawNode(node, penFor(pen, node, place)))
    .filter(({ length }) => length > 0)
}

const SPACES: Readonly<Record<Gap, number>> = { none: 1, xs: 1, sm: 2, md: 2, lg: 3, xl: 4 }

function spread(
  pen: Pen,
  pieces: readonly Line[],
  { space, justify }: { space: number; justify: Justify | undefined },
): Line {
  const used = pieces.reduce((sum, { width }) => sum + width, 0) + space * (pieces.length - 1)
  const free = pen.width - used
  const isBetween = justify === 'between' && pieces.length > 1
  const before = justify === 'end' ? free : justify === 'center' ? Math.floor(free / 2) : 0
  return pieces.reduce((line, next, index) => {
    if (index === 0) return join(line, next)
    const isLast = index === pieces.length - 1
    const share = Math.floor(free / (pieces.length - 1))
    // The last gap takes what the division leaves, so that the line ends where the place does.
    const extra = isBetween ? (isLast ? free - share * (pieces.length - 2) : share) : 0
    return join(join(line, blank(space + extra)), next)
  }, blank(before))
}
