import { inspectJson, PluginRuntimeError, shareStructure } from '@plugboard/contracts'
import type {
  CallUsage,
  CapabilityGrants,
  EventCall,
  EventResult,
  InvokeCall,
  InvokeResult,
  PluginLimits,
  PluginView,
  RenderCall,
  RenderResult,
  RuntimeIdentity,
  UINode,
} from '@plugboard/contracts'
import {
  parseDispatchIntents,
  parseInvokeInput,
  parseInvokeValue,
  parseUIEvent,
  parseUITree,
} from '@plugboard/contracts/schemas'

import { toPluginThrew } from './guestErrors.ts'
import type { GuestPlugin } from './guestPlugin.ts'

/** What a call needs beside the call itself. */
export interface GuestCallOptions {
  readonly identity: RuntimeIdentity
  readonly plugin: GuestPlugin
  readonly limits: PluginLimits
  readonly previousTree: UINode | undefined
  /** The guest's own copy of a view, made from its copy of the last one. */
  readonly copyView: (view: PluginView) => PluginView
  readonly stage: GuestStage
  /** Resolves once nothing is left to run: a promise that is pending then will never settle. */
  readonly idle: () => Promise<void>
}

/** What is running in an instance at the moment: contexts that outlived their event dispatch into it. */
export interface GuestStage {
  /** Dispatches that the running render was refused; null while no render runs. */
  refusedInRender: number | null
}

/** Runs one render in this realm. */
export function renderGuest(call: RenderCall, options: GuestCallOptions): RenderResult {
  const { plugin, limits, stage } = options
  const widget = plugin.widgets.get(call.widgetId)
  if (widget === undefined) throw unknown('UNKNOWN_WIDGET', 'widget', call.widgetId)
  const input = copyIn(call.view, limits)
  const view = options.copyView(input.value)
  const where = `render of widget "${call.widgetId}"`
  const { pluginState, globalState } = view
  let text: string | undefined
  let refused = 0
  stage.refusedInRender = 0
  try {
    const answer = widget.render({ pluginState, globalState, can: canOf(view.grants) })
    text = JSON.stringify(answer)
  } catch (thrown) {
    throw toPluginThrew(thrown, where)
  } finally {
    refused = stage.refusedInRender
    stage.refusedInRender = null
  }
  const rejected = Array.from({ length: refused }, (_, index) => ({ index, reason: 'dispatch-in-render' }) as const)
  const parsed = parseUITree(readAnswer(text, 'INVALID_TREE', limits), {
    limits,
    handlers: [...widget.handlers.keys()],
  })
  return {
    tree: shareStructure(options.previousTree, parsed.tree),
    issues: parsed.issues,
    ...(refused === 0 ? {} : { rejected }),
    usage: usageOf(input.text, text),
  }
}

/** Runs one handler in this realm, to the end of everything that it awaits. */
export async function handleGuestEvent(call: EventCall, options: GuestCallOptions): Promise<EventResult> {
  const { plugin, limits, identity } = options
  const widget = plugin.widgets.get(call.widgetId)
  if (widget === undefined) throw unknown('UNKNOWN_WIDGET', 'widget', call.widgetId)
  const handler = widget.handlers.get(call.handler)
  if (handler === undefined) throw unknown('UNKNOWN_HANDLER', 'handler', call.handler)
  const event = copyIn(parseUIEvent(call.event), limits)
  const where = `handler "${call.handler}" of widget "${call.widgetId}"`
  const acted = await act(call.view, {
    ...options,
    where,
    writesValue: false,
    run: (context) => handler(context, event.value),
  })
  const list = readAnswer(acted.intents, 'INVALID_INTENTS', limits)
  return {
    ...parseDispatchIntents(list, { identity, maxIntents: limits.intentsPerEvent }),
    usage: usageOf(acted.input + event.text, acted.intents),
  }
}

/** Asks a tool, a hook or a service in this realm, to the end of everything that it awaits. */
export async function invokeGuest(call: InvokeCall, options: GuestCallOptions): Promise<InvokeResult> {
  const { plugin, limits, identity } = options
  const { surface, name } = call
  const run = plugin.surfaces[surface].get(name)
  if (run === undefined) throw unknown('UNKNOWN_SURFACE', surface, name)
  const input = copyIn(parseInvokeInput(call.input), limits)
  const where = `${surface} "${name}"`
  const acted = await act(call.view, {
    ...options,
    where,
    writesValue: true,
    run: (context) => run(input.value, context),
  })
  const text = acted.value === undefined ? undefined : `[${acted.value},${acted.intents}]`
  const [value, list] = readAnswer(text, 'INVALID_OUTPUT', limits) as readonly [unknown, unknown] // As it was written.
  return {
    value: parseInvokeValue(value, { surface, maxCommands: limits.intentsPerEvent }),
    ...parseDispatchIntents(list, { identity, maxIntents: limits.intentsPerEvent }),
    usage: usageOf(acted.input + input.text, text),
  }
}

interface Acting extends GuestCallOptions {
  readonly where: string
  readonly run: (context: object) => unknown
  /** Whether what it answers is of interest. */
  readonly writesValue: boolean
}

/** Runs what may dispatch. Its input, what it answered and its intents, as JSON texts. */
async function act(
  view: PluginView,
  { copyView, idle, limits, run, stage, where, writesValue }: Acting,
): Promise<{ readonly input: string; readonly value: string | undefined; readonly intents: string }> {
  const input = copyIn(view, limits)
  const recorder = createRecorder(copyView(input.value), stage)
  try {
    const answer = await settle(run(recorder.context), idle)
    // Before the intents: what it is made of may dispatch.
    const value = writesValue ? toText(answer) : undefined
    return { input: input.text, value, intents: `[${recorder.intents.join(',')}]` }
  } catch (thrown) {
    throw toPluginThrew(thrown, where)
  } finally {
    recorder.close()
  }
}

/** JSON text of a value, null for nothing; undefined where there is none. */
function toText(value: unknown): string | undefined {
  try {
    return value === undefined ? 'null' : JSON.stringify(value)
  } catch {
    return undefined
  }
}

/** The guest's own copy, so that whatever it does to it stays with it. */
function copyIn<T>(value: T, limits: PluginLimits): { readonly value: T; readonly text: string } {
  // Each value is at least one character and a comma.
  const fault = inspectJson(value, { values: limits.bytesIn })
  const text = fault === null ? JSON.stringify(value) : ''
  if (fault !== null || text.length > limits.bytesIn) {
    throw new PluginRuntimeError({
      code: 'PROTOCOL',
      message:
        fault === null
          ? `The call is ${text.length} characters long; ${limits.bytesIn} are allowed. Share less with the plugin.`
          : `The call cannot be sent: ${fault.path} is not plain JSON.`,
    })
  }
  return { value: JSON.parse(text) as T, text }
}

function readAnswer(
  text: string | undefined,
  code: 'INVALID_TREE' | 'INVALID_INTENTS' | 'INVALID_OUTPUT',
  limits: PluginLimits,
): unknown {
  if (text === undefined)
    throw new PluginRuntimeError({ code, message: 'The plugin answered no JSON data. Return some.' })
  if (text.length > limits.bytesOut) {
    throw new PluginRuntimeError({
      code,
      message: `The plugin answered ${text.length} characters; ${limits.bytesOut} are allowed. Answer less.`,
    })
  }
  return JSON.parse(text)
}

interface IntentRecorder {
  readonly context: object
  /** JSON texts in the order of the dispatches; `null` for what JSON cannot say. */
  readonly intents: readonly string[]
  /** From here on the context dispatches nothing. */
  close(): void
}

function createRecorder(view: PluginView, stage: GuestStage): IntentRecorder {
  const intents: string[] = []
  let isOpen = true
  const record = (intent: object): void => {
    if (stage.refusedInRender !== null) stage.refusedInRender += 1
    if (!isOpen) return
    try {
      intents.push(JSON.stringify(intent))
    } catch {
      intents.push('null')
    }
  }
  const context = {
    pluginState: view.pluginState,
    globalState: view.globalState,
    can: canOf(view.grants),
    dispatchPluginAction: (actionType: unknown, payload?: unknown) => record({ scope: 'plugin', actionType, payload }),
    dispatchSharedAction: (domain: unknown, actionType: unknown, payload?: unknown) =>
      record({ scope: 'shared', domain, actionType, payload }),
    dispatchSystemCommand: (command: unknown, payload?: unknown) => record({ scope: 'system', command, payload }),
    dispatchGlobalAction: () => {
      const error = new Error('dispatchGlobalAction is not there. Use dispatchSharedAction(domain, type, payload).')
      throw Object.assign(error, { code: 'UNSUPPORTED_DISPATCH' })
    },
  }
  return {
    context,
    intents,
    close: () => {
      isOpen = false
    },
  }
}

function canOf(grants: CapabilityGrants): (verb: unknown, name: unknown) => boolean {
  return (verb, name) => {
    if (typeof name !== 'string') return false
    if (verb === 'readShared') return grants.readShared.includes(name) || grants.readShared.includes('*')
    if (verb === 'writeShared') return grants.writeShared.includes(name)
    if (verb === 'systemCommand') return grants.systemCommands.includes(name)
    return verb === 'component' && grants.components?.includes(name) === true
  }
}

async function settle(answer: unknown, idle: () => Promise<void>): Promise<unknown> {
  if (typeof answer !== 'object' || answer === null || !('then' in answer)) return answer
  const never = idle().then(() => {
    throw new Error('the promise that the handler returned never settles')
  })
  return Promise.race([Promise.resolve(answer), never])
}

function usageOf(input: string, output: string | undefined): CallUsage {
  return { fuel: 0, wallMs: 0, memoryBytes: 0, bytesIn: input.length, bytesOut: output?.length ?? 0 }
}

function unknown(
  code: 'UNKNOWN_WIDGET' | 'UNKNOWN_HANDLER' | 'UNKNOWN_SURFACE',
  what: string,
  name: string,
): PluginRuntimeError {
  return new PluginRuntimeError({
    code,
    message: `The plugin has no ${what} "${name.slice(0, 64)}". Use a name that it declared when it was loaded.`,
  })
}
