import { FORBIDDEN_KEYS } from './json.ts'

/** Budgets of {@link inspectJson}. An absent one is not checked. */
export interface JsonBudget {
  /** Levels of arrays and objects; the outermost is level 1. */
  readonly depth?: number
  /** Values of any type, the outermost included. */
  readonly values?: number
  /** Objects that were inspected before, and how many levels they have. They are not looked into, and count as one value. */
  readonly known?: { get(value: object): { readonly depth: number } | undefined }
}

export type JsonFaultCode = 'too-deep' | 'too-many-values' | 'forbidden-key' | 'not-json'

export interface JsonFault {
  readonly code: JsonFaultCode
  /** Where, as `root.children[3].label`; at most {@link PATH_LENGTH} characters. */
  readonly path: string
}

/** Longest path that a fault reports, in characters: a hostile tree must not choose the size of our messages. */
export const PATH_LENGTH = 200

/** Deepest JSON that any seam accepts, in levels. Schemas overflow the host's stack between 500 and 1,000 levels. */
export const JSON_DEPTH = 256

/**
 * Deepest JSON of a payload or a state, in levels. Less than {@link JSON_DEPTH}, because both travel inside views and
 * answers: what a plugin may say must fit into what carries it, or a writer could make a view that no reader accepts.
 */
export const DATA_DEPTH = 240

/**
 * Walks a value without recursion and reports the first fault, or null.
 *
 * Runs before any schema: recursive validators, Redux's development checks and `postMessage` all overflow on deep input,
 * and an overflow is an exception where a refusal is wanted.
 */
export function inspectJson(value: unknown, budget: JsonBudget = {}): JsonFault | null {
  // Paths are written in a second walk, which is there only when there is something to say.
  return isWithin(value, budget) ? null : findFault(value, budget)
}

function isWithin(
  root: unknown,
  { depth = JSON_DEPTH, values = Number.POSITIVE_INFINITY, known }: JsonBudget,
): boolean {
  if (!isLeafOrObject(root)) return false
  if (typeof root !== 'object' || root === null) return values >= 1
  const stack: object[] = [root]
  const levels: number[] = [1]
  let seen = 1
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    const level = levels.pop() ?? 1
    const facts = known?.get(value)
    if (facts !== undefined) {
      if (level + facts.depth - 1 > depth) return false
      continue
    }
    if (level > depth) return false
    const isList = Array.isArray(value)
    if (!isList && !isRecord(value)) return false
    const keys = isList ? null : Object.keys(value)
    const length = keys?.length ?? (value as readonly unknown[]).length // no keys, so it is a list
    seen += length
    // Before anything is looked at: a sparse list may claim to hold thousands of millions.
    if (seen > values) return false
    for (let index = 0; index < length; index += 1) {
      const key = keys?.[index]
      if (key !== undefined && FORBIDDEN_KEYS.includes(key)) return false
      const child = (value as Record<string | number, unknown>)[key ?? index]
      if (!isLeafOrObject(child)) return false
      if (typeof child !== 'object' || child === null) continue
      stack.push(child)
      levels.push(level + 1)
    }
  }
  return seen <= values
}

function isLeafOrObject(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'object':
      return true
    case 'number':
      return Number.isFinite(value)
    default:
      return false
  }
}

/**
 * Whether an object is what JSON text can be parsed to, of this page or another: a date, a map or an instance of a class
 * would lose itself on the way through JSON, and structured clones bring such.
 */
function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return true
  return typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null
}

function findFault(value: unknown, budget: JsonBudget): JsonFault | null {
  const { depth = JSON_DEPTH, values = Number.POSITIVE_INFINITY, known } = budget
  const stack: { value: unknown; level: number; path: string }[] = [{ value, level: 1, path: 'root' }]
  let seen = 0
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    seen += 1
    if (seen > values) return { code: 'too-many-values', path: entry.path }
    const current = entry.value
    if (current === null) continue
    switch (typeof current) {
      case 'string':
      case 'boolean':
        continue
      case 'number':
        if (Number.isFinite(current)) continue
        return { code: 'not-json', path: entry.path }
      case 'object':
        break
      default:
        return { code: 'not-json', path: entry.path }
    }
    const facts = known?.get(current)
    if (entry.level + (facts?.depth ?? 1) - 1 > depth) return { code: 'too-deep', path: entry.path }
    if (facts !== undefined) continue
    if (Array.isArray(current)) {
      // Before anything is pushed: a sparse list may claim to hold thousands of millions.
      if (seen + stack.length + current.length > values) return { code: 'too-many-values', path: entry.path }
      // Pushed from the end, so that faults are reported in reading order.
      for (let index = current.length - 1; index >= 0; index -= 1) {
        stack.push({ value: current[index], level: entry.level + 1, path: extendPath(entry.path, index) })
      }
      continue
    }
    if (!isRecord(current)) return { code: 'not-json', path: entry.path }
    const keys = Object.keys(current)
    for (let index = keys.length - 1; index >= 0; index -= 1) {
      const key = keys[index] ?? ''
      if (FORBIDDEN_KEYS.includes(key)) return { code: 'forbidden-key', path: extendPath(entry.path, key) }
      stack.push({
        value: (current as Record<string, unknown>)[key],
        level: entry.level + 1,
        path: extendPath(entry.path, key),
      })
    }
  }
  return null
}

/** `path.key` or `path[3]`, cut at {@link PATH_LENGTH}. */
export function extendPath(path: string, step: string | number): string {
  if (path.length >= PATH_LENGTH) return path
  const next = typeof step === 'number' ? `${path}[${step}]` : `${path}.${step}`
  return next.length > PATH_LENGTH ? `${next.slice(0, PATH_LENGTH - 1)}…` : next
}

/**
 * Deepest nesting of arrays and objects in JSON text, found without parsing it.
 * Not every engine's `JSON.parse` is iterative, so the depth is known before it runs.
 */
export function measureJsonDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 92) index += 1
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 91 || code === 123) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (code === 93 || code === 125) depth -= 1
  }
  return deepest
}
