import { cleanDisplayText, FORBIDDEN_KEYS, inspectJson, isPlainObject, PluginRuntimeError } from '@plugboard/contracts'
import type { JsonValue, LoadedPlugin, LoadPluginRequest, PluginSurface } from '@plugboard/contracts'

import { createGuestBuilders } from './guestBuilders.ts'
import { GUEST_SOURCE_URL, toPluginThrew } from './guestErrors.ts'
import { createGuestGlobals } from './guestGlobals.ts'

/** Any function of a guest's. */
export type GuestFunction = (...args: readonly unknown[]) => unknown

/** One widget of an evaluated plugin. */
export interface GuestWidget {
  readonly render: GuestFunction
  readonly handlers: ReadonlyMap<string, GuestFunction>
}

/** An evaluated plugin: what it said about itself, and its functions. */
export interface GuestPlugin {
  readonly loaded: LoadedPlugin
  readonly widgets: ReadonlyMap<string, GuestWidget>
  readonly surfaces: Readonly<Record<PluginSurface, ReadonlyMap<string, GuestFunction>>>
}

/** The guest's `console`, method by method. */
export type GuestConsole = Readonly<Record<'debug' | 'log' | 'info' | 'warn' | 'error', (...args: unknown[]) => void>>

const NAME = /^[A-Za-z_][\w.-]{0,63}$/
const DEFAULT_SEED = { random: 1, epochMs: 0 }

/**
 * Evaluates guest code in this realm and validates the definition that it made.
 *
 * @throws PluginRuntimeError `PLUGIN_THREW` or `INVALID_PLUGIN`.
 */
export function evaluateGuest(request: LoadPluginRequest, console: GuestConsole): GuestPlugin {
  const factories: unknown[] = []
  const builders = createGuestBuilders()
  const globals = createGuestGlobals(request.seed ?? DEFAULT_SEED)
  const scope: Record<string, unknown> = {
    definePlugin: (factory: unknown) => void factories.push(factory),
    ui: builders,
    console,
    ...globals,
  }
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- the fake runs code of the test itself, as its docs say
    const run = new Function(
      ...Object.keys(scope),
      `${request.code}\n//# sourceURL=${GUEST_SOURCE_URL}`,
    ) as GuestFunction
    run(...Object.values(scope))
  } catch (thrown) {
    throw toPluginThrew(thrown, 'The code of the plugin')
  }
  const [factory] = factories
  if (factories.length !== 1) {
    throw invalid(`calls definePlugin ${factories.length} times. Call it once, when the code runs`)
  }
  if (typeof factory !== 'function') throw invalid('gives definePlugin something that is not a function')
  try {
    return readDefinition(factory({ ui: builders }), request)
  } catch (thrown) {
    // Getters and traps of the definition run while it is read.
    throw thrown instanceof PluginRuntimeError ? thrown : toPluginThrew(thrown, 'The definition of the plugin')
  }
}

function readDefinition(definition: unknown, request: LoadPluginRequest): GuestPlugin {
  if (!isPlainObject(definition))
    throw invalid('has no definition: the function given to definePlugin must return an object')
  const { id, title, description, initialState } = definition
  if (id !== undefined && typeof id !== 'string') throw invalid('has an id that is not text')
  if (typeof title !== 'string') throw invalid('has no title')
  if (description !== undefined && typeof description !== 'string') throw invalid('has a description that is not text')
  const widgets = readWidgets(definition['widgets'] ?? {})
  const surfaces = {
    tool: readFunctions('tool', definition['tools'], 'run'),
    hook: readFunctions('hook', definition['hooks']),
    service: readFunctions('service', definition['services'], 'handle'),
  }
  const hasSurfaces = Object.values(surfaces).some(({ size }) => size > 0)
  if (widgets.size === 0 && !hasSurfaces) throw invalid('has no widgets, and no tools, hooks or services')
  return {
    loaded: {
      packageId: request.packageId,
      instanceId: request.instanceId,
      ...(id === undefined ? {} : { declaredId: cleanDisplayText(id) }),
      title: cleanDisplayText(title),
      ...(description === undefined ? {} : { description: cleanDisplayText(description) }),
      ...(initialState === undefined ? {} : { initialState: readInitialState(initialState) }),
      widgets: [...widgets.keys()],
      handlers: Object.fromEntries([...widgets].map(([widget, { handlers }]) => [widget, [...handlers.keys()]])),
      ...(hasSurfaces
        ? {
            surfaces: {
              tools: [...surfaces.tool.keys()],
              hooks: [...surfaces.hook.keys()],
              services: [...surfaces.service.keys()],
            },
          }
        : {}),
    },
    widgets,
    surfaces,
  }
}

function readWidgets(value: unknown): Map<string, GuestWidget> {
  if (!isPlainObject(value)) throw invalid('has no map of widgets')
  const widgets = new Map<string, GuestWidget>()
  for (const [name, widget] of Object.entries(value)) {
    checkName('widget', name)
    if (!isPlainObject(widget) || typeof widget['render'] !== 'function') {
      throw invalid(`has a widget "${name}" without a render function`)
    }
    const handlers = readFunctions('handler', widget['handlers'])
    widgets.set(name, { render: widget['render'] as GuestFunction, handlers })
  }
  return widgets
}

/** Functions by name, or objects with that method. */
function readFunctions(what: string, declared: unknown = {}, method?: string): Map<string, GuestFunction> {
  if (!isPlainObject(declared)) throw invalid(`has ${what}s that are not a map`)
  const functions = new Map<string, GuestFunction>()
  for (const [name, item] of Object.entries(declared)) {
    checkName(what, name)
    const run: unknown = method === undefined ? item : isPlainObject(item) ? item[method] : undefined
    if (typeof run !== 'function') throw invalid(`has a ${what} "${name}" without a function to call`)
    functions.set(name, (...args) => Reflect.apply(run, method === undefined ? undefined : item, args))
  }
  return functions
}

function checkName(what: string, name: string): void {
  if (NAME.test(name) && !FORBIDDEN_KEYS.includes(name)) return
  throw invalid(`has a ${what} with a name that is not legal: ${JSON.stringify(name.slice(0, 64))}`)
}

function readInitialState(value: unknown): JsonValue {
  try {
    const state = JSON.parse(JSON.stringify(value)) as JsonValue
    if (inspectJson(state) === null) return state
  } catch {
    // Cyclic values, BigInts and throwing getters end here, like every other state that is not JSON.
  }
  throw invalid('has an initialState that is not JSON data')
}

function invalid(what: string): PluginRuntimeError {
  return new PluginRuntimeError({
    code: 'INVALID_PLUGIN',
    message: `The plugin ${what}. Fix its definition and load it again.`,
  })
}
