import { isPlainObject, UI_BUILDERS, type UINodeKind } from '@plugboard/contracts'
import { checkCell, selectSlotCheck, type SlotCheck } from '@plugboard/contracts/schemas'

/** A value for each slot. Undefined where none was given. */
export type SlotValues = readonly unknown[]

/** A part of a template that was made ready: the part with these values in it. What has no slot is the same object always. */
export type FillPart = (values: SlotValues) => unknown

/** A slot that the value alone decides about: which, and the check. */
export type CheckedSlot = readonly [slot: number, check: SlotCheck]

/** What a template is compiled into. */
export interface CompiledTemplate {
  readonly draw: FillPart
  /** Null when some slot stands where only the parser can judge its value. */
  readonly checks: readonly CheckedSlot[] | null
}

interface Compiler {
  readonly slots: number
  checks: CheckedSlot[] | null
}

const NO_SHAPE = { positional: [], children: [], events: [], text: [] } as const

/**
 * Compiles the template of a block: parsed JSON whose slots are `{ $slot: number }`. Values come to stand as the builders
 * would have put them: numbers become text where text is wanted, a handler's name an event reference, children a flat list.
 *
 * @throws RangeError when a slot is none of the block's. Recursive: bound the depth before (`inspectJson`).
 */
export function compileTemplate(template: unknown, slots: number): CompiledTemplate {
  const compiler: Compiler = { slots, checks: [] }
  const draw = compilePart(template, compiler)
  return { draw, checks: compiler.checks }
}

function compilePart(part: unknown, compiler: Compiler): FillPart {
  if (typeof part !== 'object' || part === null) return () => part
  if (Array.isArray(part)) return compileList(part, compiler)
  const slot = slotOf(part, compiler)
  if (slot === null) return compileRecord(part as Record<string, unknown>, compiler)
  // Somewhere in data: whatever it is, only the parser knows what it makes of the whole.
  compiler.checks = null
  return (values) => values[slot]
}

function compileList(list: readonly unknown[], compiler: Compiler): FillPart {
  const fills = list.map((item) => (hasSlot(item) ? compilePart(item, compiler) : null))
  if (fills.every((fill) => fill === null)) return () => list
  // JSON has no undefined in a list.
  return (values) => fills.map((fill, index) => (fill === null ? list[index] : (fill(values) ?? null)))
}

function compileRecord(record: Record<string, unknown>, compiler: Compiler): FillPart {
  const kind = kindOf(record)
  const shape = kind === undefined ? NO_SHAPE : UI_BUILDERS[kind]
  const fills: [name: string, fill: FillPart][] = []
  for (const [name, value] of Object.entries(record)) {
    if (!hasSlot(value)) continue
    const slot = slotOf(value, compiler)
    if (shape.children.includes(name) || name === 'content') fills.push([name, compileChildren(value, compiler)])
    else if (slot !== null && kind !== undefined) fills.push([name, compileProp({ kind, name, slot }, compiler)])
    else if (slot !== null && name === 'onPress') fills.push([name, compileHandler(slot, compiler)])
    else if (name === 'args') fills.push([name, compileData(value, compiler)])
    else if (name === 'cells' && kind === undefined) fills.push([name, compileCells(value, compiler)])
    else fills.push([name, compilePart(value, compiler)])
  }
  return fillRecord(record, fills)
}

type Fills = readonly (readonly [name: string, fill: FillPart])[]

function fillRecord(record: Readonly<Record<string, unknown>>, fills: Fills): FillPart {
  if (fills.length === 0) return () => record
  return (values) => {
    const filled: Record<string, unknown> = { ...record }
    for (const [name, fill] of fills) {
      const value = fill(values)
      if (value === undefined) delete filled[name]
      else filled[name] = value
    }
    return filled
  }
}

function compileProp(
  { kind, name, slot }: { readonly kind: UINodeKind; readonly name: string; readonly slot: number },
  compiler: Compiler,
): FillPart {
  const { events, text } = UI_BUILDERS[kind]
  const isText = text.includes(name)
  const isEvent = events.includes(name)
  const toProp = (value: unknown): unknown => {
    if (isEvent && typeof value === 'string') return { handler: value }
    return isText && (typeof value === 'number' || typeof value === 'boolean') ? String(value) : value
  }
  const check = selectSlotCheck(kind, name)
  if (check === null) compiler.checks = null
  else compiler.checks?.push([slot, (value) => check(toProp(value))])
  return (values) => toProp(values[slot])
}

/** The event reference of an item or a row: a handler's name may stand for one, and only the parser knows the handlers. */
function compileHandler(slot: number, compiler: Compiler): FillPart {
  compiler.checks = null
  return (values) => {
    const value = values[slot]
    return typeof value === 'string' ? { handler: value } : value
  }
}

/** Data of the plugin's own, handed back to it: any scalar will do. */
function compileData(value: unknown, compiler: Compiler): FillPart {
  return compileScalars(value, compiler, () => true)
}

function compileCells(cells: unknown, compiler: Compiler): FillPart {
  if (!isPlainObject(cells)) return compilePart(cells, compiler)
  const slots = Object.entries(cells).filter(([, cell]) => hasSlot(cell))
  return fillRecord(
    cells,
    slots.map(([name, cell]) => {
      const fill = slotOf(cell, compiler) === null ? compilePart : compileCell
      return [name, fill(cell, compiler)]
    }),
  )
}

function compileCell(cell: unknown, compiler: Compiler): FillPart {
  return compileScalars(cell, compiler, checkCell)
}

function compileScalars(value: unknown, compiler: Compiler, check: SlotCheck): FillPart {
  if (!hasSlot(value)) return () => value
  const slot = slotOf(value, compiler)
  if (slot !== null) {
    compiler.checks?.push([slot, (given) => (typeof given !== 'object' || given === null) && check(given)])
    return (values) => values[slot]
  }
  const compile = (item: unknown): FillPart => compileScalars(item, compiler, check)
  if (Array.isArray(value)) {
    const fills = (value as readonly unknown[]).map(compile)
    return (values) => fills.map((fill) => fill(values) ?? null)
  }
  const record = value as Readonly<Record<string, unknown>> // it has a slot in it, and is no list
  return fillRecord(
    record,
    Object.entries(record).map(([name, item]) => [name, compile(item)]),
  )
}

function compileChildren(value: unknown, compiler: Compiler): FillPart {
  if (!Array.isArray(value)) return compilePart(value, compiler)
  const fills = (value as readonly unknown[]).map((child) => ({
    isSlot: slotOf(child, compiler) !== null,
    fill: compilePart(child, compiler),
  }))
  return (values) => {
    const children: unknown[] = []
    for (const { isSlot, fill } of fills) {
      if (isSlot) collectChildren(fill(values), children)
      else children.push(fill(values))
    }
    return children
  }
}

/** As the builders do it. The depth of a value was bounded with the answer that it came in. */
function collectChildren(value: unknown, into: unknown[]): void {
  if (Array.isArray(value)) for (const item of value) collectChildren(item, into)
  else if (typeof value === 'string' || typeof value === 'number') into.push({ kind: 'text', text: String(value) })
  else if (typeof value === 'object' && value !== null) into.push(value)
}

function slotOf(part: unknown, { slots }: Compiler): number | null {
  if (!isPlainObject(part) || !Object.hasOwn(part, '$slot')) return null
  const slot = part['$slot']
  if (typeof slot !== 'number' || !Number.isInteger(slot) || slot < 0 || slot >= slots) throw new RangeError('no slot')
  return slot
}

function hasSlot(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false
  return Object.hasOwn(part, '$slot') || Object.values(part).some((value) => hasSlot(value))
}

function kindOf(record: Record<string, unknown>): UINodeKind | undefined {
  const { kind } = record
  // The table's own keys are the kinds.
  return typeof kind === 'string' && Object.hasOwn(UI_BUILDERS, kind) ? (kind as UINodeKind) : undefined
}
