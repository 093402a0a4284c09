import { cleanDisplayText, DATA_DEPTH, FORBIDDEN_KEYS, inspectJson } from '@plugboard/contracts'
import type { JsonValue, LoadedPlugin, LoadedSurfaces, PluginSurface, RuntimeIdentity } from '@plugboard/contracts'

import { refuseDefinition } from './refusals.ts'

/** A field as the guest side reports it: empty when absent, null inside when it has the wrong type. */
type ReportedField<T> = readonly [] | readonly [T | null]

/** Names, and whether each stands for a function; null when what was declared is no map. */
type ReportedFunctions = readonly (readonly [string, boolean])[] | null

/** The definition as the guest side reports it: names and texts are the plugin's, the shape is the bootstrap's. */
export interface ReportedDefinition {
  readonly id: ReportedField<string>
  readonly title: ReportedField<string>
  readonly description: ReportedField<string>
  /** Null when it is not JSON. */
  readonly initialState: readonly [] | readonly [JsonValue] | null
  /** Name, whether it has a render function, handlers as name and whether it is a function; null when not a map. */
  readonly widgets: readonly (readonly [string, boolean, ReportedFunctions])[] | null
  readonly surfaces: Readonly<Record<PluginSurface, ReportedFunctions>>
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
  const surfaces = readSurfaces(definition.surfaces)
  const hasSurfaces = Object.values(surfaces).some(({ length }) => length > 0)
  if (handlers.size === 0 && !hasSurfaces) throw refuseDefinition('has no widgets, and no tools, hooks or services')
  return {
    packageId: identity.packageId,
    instanceId: identity.instanceId,
    ...(id === undefined ? {} : { declaredId: id }),
    title,
    ...(description === undefined ? {} : { description }),
    ...readInitialState(definition.initialState),
    widgets: [...handlers.keys()],
    handlers: Object.fromEntries(handlers),
    ...(hasSurfaces ? { surfaces } : {}),
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
  const read = new Map<string, readonly string[]>()
  for (const [name, hasRender, handlers] of widgets) {
    assertName('widget', name)
    if (!hasRender) throw refuseDefinition(`has a widget "${name}" without a render function`)
    if (handlers === null) throw refuseDefinition(`has a widget "${name}" whose handlers are not a map`)
    read.set(
      name,
      handlers.map((handler) => readFunction('handler', handler, 'that is not a function')),
    )
  }
  return read
}

function readSurfaces({ hook, service, tool }: ReportedDefinition['surfaces']): LoadedSurfaces {
  if (tool === null) throw refuseDefinition('has tools that are not a map')
  if (hook === null) throw refuseDefinition('has hooks that are not a map')
  if (service === null) throw refuseDefinition('has services that are not a map')
  return {
    tools: tool.map((entry) => readFunction('tool', entry, 'without a run function')),
    hooks: hook.map((entry) => readFunction('hook', entry, 'that is not a function')),
    services: service.map((entry) => readFunction('service', entry, 'without a handle function')),
  }
}

function readFunction(what: string, [name, isFunction]: readonly [string, boolean], fault: string): string {
  assertName(what, name)
  if (!isFunction) throw refuseDefinition(`has a ${what} "${name}" ${fault}`)
  return name
}

function assertName(what: string, name: string): void {
  if (NAME.test(name) && !FORBIDDEN_KEYS.includes(name)) return
  throw refuseDefinition(`has a ${what} whose name is not legal: ${JSON.stringify(name.slice(0, 64))}`)
}
