import { extendPath, PATH_LENGTH } from '../jsonGuard.ts'
import { nearestName } from '../nearestName.ts'
import { isFieldNode } from '../ui/fieldNode.ts'
import type { UIIssue, UIIssueCode } from '../ui/uiIssue.ts'
import { UI_NODE_KINDS, type UINode, type UINodeKind } from '../ui/uiNode.ts'
import { eachEventRef, eachSiblingList } from './nodeKeys.ts'
import { partsProp, type NodeSchema, type VisitPart } from './nodeSchema.ts'
import { nodeSchemas } from './nodeSchemas.ts'
import { parseProps } from './parseProps.ts'
import { countPart, type KnownTreeParts, type TreePartRole } from './treeFacts.ts'

/** Most issues that one tree reports: a hostile tree must not choose the size of our answer. */
const MOST_ISSUES = 50

export interface TreeParserOptions {
  readonly handlers: readonly string[] | undefined
  readonly known: KnownTreeParts
  readonly kept: Map<object, object | null>
}

/** Parses the nodes of one tree. Its depth was bounded before: it recurses. */
export class TreeParser {
  readonly issues: UIIssue[] = []
  readonly #options: TreeParserOptions
  readonly #names = new Set<string>()
  /** Names of fields in the order in which they came, so that those of a part can be told. */
  readonly #claimed: string[] = []
  #faults = 0

  constructor(options: TreeParserOptions) {
    this.#options = options
  }

  parse(value: unknown, path: string): UINode {
    if (typeof value !== 'object' || value === null) return this.#parseNode(value, path)
    const { known, kept } = this.#options
    const facts = known.get(value)
    if (facts?.role === 'node') {
      for (const name of facts.names) this.#claim(name, path)
      // Only a part that was parsed as a node has this role.
      return value as UINode
    }
    return kept.has(value)
      ? this.#keep(value, 'node', () => this.#parseNode(value, path))
      : this.#parseNode(value, path)
  }

  #parseNode(value: unknown, path: string): UINode {
    const kind = kindOf(value)
    if (kind === undefined) return this.#refuse('invalid-node', path, value, 'is not a node: it has no "kind"')
    if (!isKnownKind(kind)) {
      const near = nearestName(kind, UI_NODE_KINDS)
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`
      return this.#refuse('unknown-kind', path, value, `has an unknown kind "${kind.slice(0, 64)}".${hint}`)
    }
    // The table is exact per kind; here the kind is only known as a union.
    const schema = nodeSchemas[kind] as NodeSchema<UINode>
    const list = this.#knownList(schema, value as object)
    const given = list === null ? (value as object) : { ...(value as object), [list.prop]: [] }
    const result = parseProps(schema, given, this.#options.known)
    if (!result.success) {
      const { path: below, message } = result
      return this.#refuse('invalid-node', `${path}${below}`, value, `(${kind}) ${message}`)
    }
    const faults = this.#faults
    const first = this.#claimed.length
    this.#checkNode(result.node, path)
    if (schema.mapChildren === undefined) return result.node
    if (list !== null) {
      for (const name of list.names) this.#claim(name, `${path}.${list.prop}`)
      // The list takes the place of the empty one: everything in it was parsed as part of such a node.
      return { ...result.node, [list.prop]: list.parts }
    }
    const node = schema.mapChildren(
      result.node,
      (child, prop, index) => this.parse(child, cutPath(`${path}${prop}${index === undefined ? '' : `[${index}]`}`)),
      // A handler that is unknown is one of some part, whichever: none of them may come again unseen.
      this.#visitParts(schema, value as object, { path, isClean: this.#faults === faults }),
    )
    this.#checkSiblings(node, path)
    this.#keepList(schema, value as object, { node, isClean: this.#faults === faults, first })
    return node
  }

  /** The children, items or rows of a node, when they were parsed as a whole before. */
  #knownList(schema: NodeSchema<UINode>, value: object): KnownList | null {
    const prop = schema.list
    const parts = prop === undefined ? undefined : (value as Record<string, unknown>)[prop]
    if (prop === undefined || !Array.isArray(parts)) return null
    const facts = this.#options.known.get(parts)
    return facts?.role === LIST_ROLES[prop] ? { prop, parts, names: facts.names } : null
  }

  /** Remembers the list of a node that may come again as a whole, if nothing is wrong in it. */
  #keepList(
    schema: NodeSchema<UINode>,
    value: object,
    { node, isClean, first }: { readonly node: UINode; readonly isClean: boolean; readonly first: number },
  ): void {
    const { known, kept } = this.#options
    const prop = schema.list
    const given = prop === undefined ? undefined : (value as Record<string, unknown>)[prop]
    if (prop === undefined || !Array.isArray(given) || !kept.has(given)) return
    // It is the prop that holds what was mapped.
    const parts = (node as unknown as Record<string, readonly object[]>)[prop] ?? []
    const names = this.#claimed.slice(first)
    if (isClean) known.set(parts, countPart(parts, { role: LIST_ROLES[prop], names, known }))
    kept.set(given, isClean ? parts : null)
  }

  #visitParts(
    schema: NodeSchema<UINode>,
    value: object,
    { path, isClean }: { readonly path: string; readonly isClean: boolean },
  ): VisitPart {
    const { known, kept } = this.#options
    const prop = partsProp(schema)
    const role = prop === 'items' ? 'item' : 'row'
    // It was parsed: the prop is a list of objects, in the same order.
    const raw = prop === undefined ? [] : (value as Record<string, readonly object[]>)[prop]
    return (part, index, map) => {
      const facts = known.get(part)
      if (facts?.role === role) {
        for (const name of facts.names) this.#claim(name, `${path}.${prop ?? ''}[${index}]`)
        return part
      }
      const given = raw?.[index]
      if (given === undefined || !kept.has(given)) return map()
      if (isClean) return this.#keep(given, role, map)
      kept.set(given, null)
      return map()
    }
  }

  /** Parses a part that may come again, and remembers it if nothing is wrong with it. */
  #keep<P extends object>(value: object, role: TreePartRole, parse: () => P): P {
    const { known, kept } = this.#options
    const faults = this.#faults
    const first = this.#claimed.length
    const part = parse()
    if (this.#faults !== faults) {
      kept.set(value, null)
      return part
    }
    known.set(part, countPart(part, { role, names: this.#claimed.slice(first), known }))
    kept.set(value, part)
    return part
  }

  #checkNode(node: UINode, path: string): void {
    if (isFieldNode(node) || node.kind === 'form') this.#claim(node.name, path)
    const { handlers } = this.#options
    if (handlers !== undefined) this.#checkHandlers(node, path, handlers)
  }

  #claim(name: string, path: string): void {
    if (this.#names.has(name)) {
      this.#report('duplicate-name', `${path}.name`, `"${name}" names two fields of this widget`)
    }
    this.#names.add(name)
    this.#claimed.push(name)
  }

  #checkHandlers(node: UINode, path: string, handlers: readonly string[]): void {
    eachEventRef(node, (handler, below) => {
      if (handlers.includes(handler)) return
      this.#faults += 1
      // The nearest name costs the most: it is not looked for once nobody would be told.
      if (this.issues.length >= MOST_ISSUES) return
      const near = nearestName(handler, handlers)
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`
      this.#report('unknown-handler', `${path}${below()}`, `The widget has no handler "${handler}".${hint}`)
    })
  }

  #checkSiblings(node: UINode, path: string): void {
    eachSiblingList(node, (keys, below) => {
      const seen = new Set<string>()
      for (const [index, key] of keys.entries()) {
        if (key === undefined) continue
        if (seen.has(key)) this.#report('duplicate-key', `${path}${below(index)}`, `The key "${key}" is used twice`)
        seen.add(key)
      }
    })
  }

  #refuse(code: UIIssueCode, path: string, value: unknown, message: string): UINode {
    this.#report(code, path, message)
    const key = typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined
    return {
      kind: 'invalid-node',
      ...(typeof key === 'string' && key.length > 0 && key.length <= 128 ? { key } : {}),
      path: cutPath(path),
      message,
    }
  }

  #report(code: UIIssueCode, path: string, message: string): void {
    this.#faults += 1
    if (this.issues.length < MOST_ISSUES) this.issues.push({ code, path: cutPath(path), message })
  }
}

interface KnownList {
  readonly prop: keyof typeof LIST_ROLES
  readonly parts: readonly unknown[]
  readonly names: readonly string[]
}

const LIST_ROLES = { children: 'nodes', items: 'items', rows: 'rows' } as const

function kindOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.hasOwn(value, 'kind') && typeof (value as { kind: unknown }).kind === 'string'
    ? (value as { kind: string }).kind
    : undefined
}

function isKnownKind(kind: string): kind is UINodeKind {
  return Object.hasOwn(nodeSchemas, kind)
}

function cutPath(path: string): string {
  return path.length > PATH_LENGTH ? extendPath(path.slice(0, PATH_LENGTH - 1), '') : path
}
