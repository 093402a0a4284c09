import { cleanDisplayText, DATA_DEPTH, FORBIDDEN_KEYS, inspectJson } from '@plugboard/contracts'
import type { JsonValue, LoadedPlugin, RuntimeIdentity } from '@plugboard/contracts'

import { refuseDefinition } from './refusals.ts'

/** A field as the guest side reports it: empty when absent, null inside when it has the wrong type. */
type ReportedField<T> = readonly [] | readonly [T | null]

/** The definition as the guest side reports it: names and texts are the plugin's, the shape is the bootstrap's. */
export interface ReportedDefinition {
  readonly id: ReportedField<string>
  readonly title: ReportedField<string>
  readonly description: ReportedField<string>
  /** Null when it is not JSON. */
  readonly initialState: readonly [] | readonly [JsonValue] | null
  /** Name, whether it has a render function, handlers as name and whether it is a function; null when not a map. */
  readonly widgets: readonly (readonly [string, boolean, readonly (readonly [string, boolean])[] | null])[] | null
}

/** What the guest side answers to `load`. */
export interface LoadReport {
  /** How often `definePlugin` was called. */
  readonly definitions: number
  /** Whether it was given a function. */
  readonly factory?: boolean
  readonly promise?: boolean
  readonly definition?: ReportedDefinition
  /** Blocks that were declared while the code ran. Judged where they are compiled. */
  readonly blocks?: readonly unknown[]
}

const NAME = /^[A-Za-z_][\w.-]{0,63}$/
const TITLE_LENGTH = 200
const DESCRIPTION_LENGTH = 2_000

/**
 * Validates what a plugin says about itself.
 *
 * @throws PluginRuntimeError `INVALID_PLUGIN` with what to change.
 */
export function readDefinition(report: LoadReport, identity: RuntimeIdentity): LoadedPlugin {
  const { definitions, factory, promise, definition } = report
  if (definitions === 0) throw refuseDefinition('never calls definePlugin. Call it once, when the code runs')
  if (definitions > 1) {
    throw refuseDefinition(`calls definePlugin ${definitions} times. Call it once, when the code runs`)
  }
  if (factory !== true) throw refuseDefinition('gives definePlugin something that is not a function')
  if (promise === true) throw refuseDefinition('returns a promise as its definition. Return the definition itself')
  if (definition === undefined) {
    throw refuseDefinition('has no definition: the function given to definePlugin must return an object')
  }
  const id = readText(definition.id, { name: 'an id', maximum: TITLE_LENGTH })
  const title = readText(definition.title, { name: 'a title', maximum: TITLE_LENGTH })
  if (title === undefined) throw refuseDefinition('has no title')
  const description = readText(definition.description, { name: 'a description', maximum: DESCRIPTION_LENGTH })
  const handlers = readWidgets(definition.widgets)
  return {
    packageId: identity.packageId,
    instanceId: identity.instanceId,
    ...(id === undefined ? {} : { declaredId: id }),
    title,
    ...(description === undefined ? {} : { description }),
    ...readInitialState(definition.initialState),
    widgets: [...handlers.keys()],
    handlers: Object.fromEntries(handlers),
  }
}

function readText(field: ReportedField<string>, rule: { name: string; maximum: number }): string | undefined {
  if (field.length === 0) return undefined
  const [text] = field
  if (text === null) throw refuseDefinition(`has ${rule.name} that is not text`)
  if (text.length > rule.maximum) throw refuseDefinition(`has ${rule.name} of more than ${rule.maximum} characters`)
  return cleanDisplayText(text)
}

function readInitialState(field: ReportedDefinition['initialState']): { initialState?: JsonValue } {
  if (field !== null && field.length === 0) return {}
  if (field === null || inspectJson(field[0], { depth: DATA_DEPTH }) !== null) {
    throw refuseDefinition(
      'has an initialState that is not JSON data, or has "__proto__", "constructor" or "prototype" as a key',
    )
  }
  return { initialState: field[0] }
}

function readWidgets(widgets: ReportedDefinition['widgets']): Map<string, readonly string[]> {
  if (widgets === null) throw refuseDefinition('has no map of widgets')
  if (widgets.length === 0) throw refuseDefinition('has no widgets')
  const read = new Map<string, readonly string[]>()
  for (const [name, hasRender, handlers] of widgets) {
    assertName('widget', name)
    if (!hasRender) throw refuseDefinition(`has a widget "${name}" without a render function`)
    if (handlers === null) throw refuseDefinition(`has a widget "${name}" whose handlers are not a map`)
    for (const [handler, isFunction] of handlers) {
      assertName('handler', handler)
      if (!isFunction) throw refuseDefinition(`has a handler "${handler}" that is not a function`)
    }
    read.set(
      name,
      handlers.map(([handler]) => handler),
    )
  }
  return read
}

function assertName(what: string, name: string): void {
  if (NAME.test(name) && !FORBIDDEN_KEYS.includes(name)) return
  throw refuseDefinition(`has a ${what} whose name is not legal: ${JSON.stringify(name.slice(0, 64))}`)
}
