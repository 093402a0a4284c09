import type { EngineInstance } from './engineInstance.ts'

/**
 * Where the pinned engine keeps what: static data from `STATIC_START`, the C stack from `STACK_BOTTOM` down from
 * `STACK_TOP`, the heap from there up to the program break. Read from the file's data segments and its first global; a
 * test finds each of them again by looking, so that another build cannot pass with these figures.
 */
const STATIC_START = 1_024
const STACK_BOTTOM = 90_208
const STACK_TOP = 5_333_088
const BREAK_ADDRESS = 86_864

// A whole number of images' blocks above the start: what little of the stack's end it takes in is never reached.
const STATIC_END = STATIC_START + Math.ceil((STACK_BOTTOM - STATIC_START) / 1_024) * 1_024

// What the engine's build calls them.
const MALLOC = 'v'
const FREE = 'M'
const SET_STACK_POINTER = 'Ma'
const GET_STACK_POINTER = 'Oa'

/** What of an engine instance's memory makes up a VM that is at rest, in bytes from the start of the memory. */
export interface MemoryLayout {
  readonly staticStart: number
  readonly staticEnd: number
  /** The C stack grows down from here. At rest it is empty, and what lies in it is dead. */
  readonly stackTop: number
  readonly heapStart: number
  /** Where the heap ends now. Never goes down. */
  readBreak(): number
  /** The only state of an instance outside its memory. */
  readStackPointer(): number
  /** Puts the stack pointer back to its place at rest, after an exception left WebAssembly over guest frames. */
  resetStackPointer(): void
}

/**
 * The layout of an engine that nothing has run in yet, or null where it is not as expected: then its VMs cannot be
 * copied, and each needs an instance of its own.
 */
export function findMemoryLayout({ exports, memory }: EngineInstance): MemoryLayout | null {
  const [malloc, free, setStackPointer, getStackPointer] = [MALLOC, FREE, SET_STACK_POINTER, GET_STACK_POINTER].map(
    (name) => exports[name],
  )
  if (!isCallable(malloc) || !isCallable(free) || !isCallable(setStackPointer) || !isCallable(getStackPointer)) {
    return null
  }
  const layout: MemoryLayout = {
    staticStart: STATIC_START,
    staticEnd: STATIC_END,
    stackTop: STACK_TOP,
    heapStart: STACK_TOP,
    readBreak: () => readBreak(memory.memory.buffer),
    readStackPointer: () => getStackPointer(),
    resetStackPointer: () => {
      setStackPointer(STACK_TOP)
    },
  }
  const isAsExpected =
    isStackWhereExpected(layout, setStackPointer) &&
    isGapUntouched(memory.memory) &&
    isBreakFollowing(layout, memory.memory, { malloc, free })
  return isAsExpected ? layout : null
}

// A guest that has broken the engine may have written anything there; past the memory's end there is nothing.
function readBreak(buffer: ArrayBuffer): number {
  return Math.min(Math.max(STACK_TOP, new DataView(buffer).getUint32(BREAK_ADDRESS, true)), buffer.byteLength)
}

type Callable = (argument?: number) => number

function isCallable(value: WebAssembly.ExportValue | undefined): value is Callable {
  return typeof value === 'function'
}

function isStackWhereExpected(layout: MemoryLayout, setStackPointer: Callable): boolean {
  if (layout.readStackPointer() !== STACK_TOP) return false
  setStackPointer(STACK_TOP - 64)
  const hasMoved = layout.readStackPointer() === STACK_TOP - 64
  layout.resetStackPointer()
  return hasMoved && layout.readStackPointer() === STACK_TOP
}

// Between the static data and the deepest frame nothing was ever written.
function isGapUntouched({ buffer }: WebAssembly.Memory): boolean {
  return new Uint8Array(buffer, STACK_BOTTOM, 65_536).every((byte) => byte === 0)
}

// The allocator's first blocks move the break over their ends. They are freed again, and the engine's own come to lie there.
function isBreakFollowing(
  layout: MemoryLayout,
  memory: WebAssembly.Memory,
  { malloc, free }: { readonly malloc: Callable; readonly free: Callable },
): boolean {
  const size = 32_768
  const before = layout.readBreak()
  const blocks = [malloc(size), malloc(size), malloc(size), malloc(size)]
  const after = layout.readBreak()
  for (const block of blocks) free(block)
  return (
    before >= layout.heapStart &&
    after >= before + 3 * size &&
    after <= memory.buffer.byteLength &&
    after === layout.readBreak() &&
    blocks.every((block) => block >= layout.heapStart && block + size <= after)
  )
}
