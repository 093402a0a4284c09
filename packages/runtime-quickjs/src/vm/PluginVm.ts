import { surfaceNames } from '@plugboard/contracts'
import type {
  CallUsage,
  EventCall,
  EventResult,
  GuestSeed,
  InvokeCall,
  InvokeResult,
  JsonValue,
  LoadedPlugin,
  LoadPluginRequest,
  LogLine,
  PluginCall,
  PluginLimits,
  PluginRuntimeError,
  RejectedIntent,
  RenderCall,
  RenderResult,
} from '@plugboard/contracts'
import { parseDispatchIntents, parseInvokeInput, parseInvokeValue, parseUIEvent } from '@plugboard/contracts/schemas'

import type { LoadedBlocks } from '../codec/LoadedBlocks.ts'
import { measureView } from '../codec/measureView.ts'
import { ValueSender } from '../codec/ValueSender.ts'
import { refuseAnswer, type AnswerRefusal } from './answerRefusal.ts'
import { selectAdapter, type ApiAdapter } from './apiAdapter.ts'
import type { GuestAnswer, ValueAnswer } from './guestAnswer.ts'
import { GuestLog } from './guestLog.ts'
import { loadDefinition } from './loadDefinition.ts'
import { refuse, refuseUnknownName, refuseTooLong } from './refusals.ts'
import { Sandbox } from './Sandbox.ts'
import { createPositionMapper, type PositionMapper } from './sourcePositions.ts'
import { TreeReader } from './TreeReader.ts'
import type { VmHome } from './VmHome.ts'

export interface StartPluginVmOptions {
  /** Where nothing has run yet, or where a copy of this plugin's loaded VM lies. */
  readonly home: VmHome
  readonly request: LoadPluginRequest
  readonly limits: PluginLimits
  readonly seed: GuestSeed
  /** Milliseconds that only go up. */
  readonly now: () => number
  readonly writeLog: (line: LogLine) => void
}

/** Levels of a view that are compared: the guest applies what has changed by recursion, on a stack of a few dozen KiB. */
const VIEW_DEPTH = 12

type RefusedAnswer = Exclude<GuestAnswer, { kind: 'value' }>

/** What loading and running it need. */
export interface PluginVmParts {
  readonly sandbox: Sandbox
  readonly positions: PositionMapper
  readonly adapter: ApiAdapter
  readonly limits: PluginLimits
}

/** One plugin in one VM: loads it, renders its widgets, runs its handlers and whatever else it has. Made by {@link PluginVm.start}. */
export class PluginVm {
  /** What the definition said. */
  readonly loaded: LoadedPlugin
  readonly #sandbox: Sandbox
  readonly #adapter: ApiAdapter
  readonly #limits: PluginLimits
  readonly #positions: PositionMapper
  readonly #blocks: LoadedBlocks
  readonly #handlers: ReadonlyMap<string, readonly string[]>
  readonly #trees = new Map<string, TreeReader>()
  /** What the guest has of the last view. */
  readonly #view = new ValueSender(VIEW_DEPTH)

  private constructor(parts: PluginVmParts & { readonly loaded: LoadedPlugin; readonly blocks: LoadedBlocks }) {
    this.loaded = parts.loaded
    this.#sandbox = parts.sandbox
    this.#adapter = parts.adapter
    this.#limits = parts.limits
    this.#positions = parts.positions
    this.#blocks = parts.blocks
    this.#handlers = new Map(Object.entries(parts.loaded.handlers))
  }

  /**
   * Evaluates a plugin in a fresh VM, or takes over a copy of one that was.
   *
   * @throws PluginRuntimeError `INVALID_PLUGIN`, `PLUGIN_THREW`, `UNSUPPORTED_API_VERSION`, `PROTOCOL` or a fatal code.
   */
  static start(options: StartPluginVmOptions): PluginVm {
    const { home, request, limits, seed, now } = options
    const adapter = selectAdapter(request.apiVersion)
    if (request.code.length > limits.bytesIn) throw refuseTooLong('The code', request.code.length, limits.bytesIn)
    const positions = createPositionMapper(request.sourceMap)
    const log = new GuestLog({
      identity: { packageId: request.packageId, instanceId: request.instanceId },
      linesPerSecond: limits.logLinesPerSecond,
      now,
      positions,
      write: options.writeLog,
    })
    const sandbox = new Sandbox({
      home,
      limits,
      now,
      writeLog: (level, argumentsJson, positionJson) => log.write(level, argumentsJson, positionJson),
    })
    sandbox.begin('load', 'The code of the plugin')
    sandbox.boot(() => ({ bootstrap: adapter.bootstrap, configText: adapter.configure(limits) }))
    sandbox.ask('seed', JSON.stringify(seed))
    const parts = { sandbox, positions, adapter, limits }
    const { blocks, plugin } = loadDefinition({ home, request, seed }, parts)
    return new PluginVm({ ...parts, blocks, loaded: plugin })
  }

  /** The verdict that ended this VM, or null while it can be used. */
  get fatal(): PluginRuntimeError | null {
    return this.#sandbox.fatal
  }

  /** Asks a widget for its tree. */
  render(call: RenderCall): RenderResult {
    const trees = this.#treesOf(call.widgetId, this.#handlersOf(call.widgetId))
    const where = `render of widget "${call.widgetId}"`
    // One budget, also where it is drawn twice.
    this.#sandbox.begin('render', where)
    let { answer, text } = this.#draw(call, where)
    let parsed = trees.read(answer)
    if (parsed === null) {
      ;({ answer, text } = this.#draw(call, where))
      parsed = trees.read(answer)
    }
    if (parsed === null) throw refuse('INVALID_TREE', UNKNOWN_ROWS)
    const { tree, issues } = parsed
    const refused = Number(answer.value['refused'])
    return {
      tree,
      issues,
      usage: this.#usage(text, answer.text),
      ...(refused === 0 ? {} : { rejected: rejectAll(refused, this.#limits.intentsPerEvent) }),
    }
  }

  #draw(call: RenderCall, where: string): { readonly answer: ValueAnswer; readonly text: string } {
    const text = this.#encode(call)
    const answer = this.#ask('render', text)
    if (answer.kind !== 'value') throw this.#refuse(answer, { where, code: 'INVALID_TREE' })
    this.#confirm(answer)
    return { answer, text }
  }

  /** Runs one handler to the end of everything that it awaits. */
  event(call: EventCall): EventResult {
    const handlers = this.#handlersOf(call.widgetId)
    if (!handlers.includes(call.handler)) throw refuseUnknownName('UNKNOWN_HANDLER', 'handler', call.handler)
    const where = `handler "${call.handler}" of widget "${call.widgetId}"`
    const text = this.#encode({ ...call, event: parseUIEvent(call.event) })
    const answer = this.#act('event', text, { where, code: 'INVALID_INTENTS' })
    return { ...this.#readIntents(answer), usage: this.#usage(text, answer.text) }
  }

  /** Asks a tool, a hook or a service, and waits for everything that it awaits. */
  invoke(call: InvokeCall): InvokeResult {
    const { name, surface } = call
    if (!surfaceNames(this.loaded.surfaces, surface).includes(name))
      throw refuseUnknownName('UNKNOWN_SURFACE', surface, name)
    const where = `${surface} "${name}"`
    const text = this.#encode({ ...call, input: parseInvokeInput(call.input) })
    const answer = this.#act('invoke', text, { where, code: 'INVALID_OUTPUT' })
    const [value = null] = readValue(answer, where)
    return {
      value: parseInvokeValue(value, { surface, maxCommands: this.#limits.intentsPerEvent }),
      ...this.#readIntents(answer),
      usage: this.#usage(text, answer.text),
    }
  }

  /** Runs what may dispatch, on the budget of an event. */
  #act(operation: 'event' | 'invoke', text: string, refusal: Pick<AnswerRefusal, 'where' | 'code'>): ValueAnswer {
    this.#sandbox.begin('event', refusal.where)
    const started = this.#sandbox.ask(operation, text)
    if (started.kind === 'value') this.#confirm(started)
    const answer = this.#finish(started)
    if (answer.kind !== 'value') throw this.#refuse(answer, refusal)
    if (answer.value['unsettled'] !== true) return answer
    throw refuse(
      'PLUGIN_THREW',
      `${refusal.where} awaits a promise that never settles. Only what settles within the call can be awaited: there are no timers and no network. Nothing was applied.`,
    )
  }

  #readIntents(answer: ValueAnswer): Pick<EventResult, 'intents' | 'rejected'> {
    const { instanceId, packageId } = this.loaded
    const parsed = parseDispatchIntents(answer.value['intents'], {
      identity: { instanceId, packageId },
      maxIntents: this.#limits.intentsPerEvent,
    })
    return {
      intents: parsed.intents.map((intent) =>
        intent.source === undefined ? intent : { ...intent, source: this.#positions.map(intent.source) },
      ),
      rejected: parsed.rejected,
    }
  }

  /** Nothing of it is needed any more. Idempotent. */
  close(): void {
    this.#sandbox.close()
  }

  /** The engine's own count of its objects, for tests that look for leaks. */
  countObjects(): number {
    return this.#sandbox.countObjects()
  }

  // A handler that awaited nothing, and left no job behind, has said all there is in its first answer.
  #finish(started: GuestAnswer): GuestAnswer {
    const hasRun = this.#sandbox.drainJobs()
    return started.kind !== 'value' || (started.value['isDone'] === true && !hasRun) ? started : this.#ask('finish', '')
  }

  // Jobs are run on the call's own budget, also after a failure: what is left would run in the next call.
  #ask(operation: string, text: string): GuestAnswer {
    const answer = this.#sandbox.ask(operation, text)
    this.#sandbox.drainJobs()
    return answer
  }

  #handlersOf(widgetId: string): readonly string[] {
    const handlers = this.#handlers.get(widgetId)
    if (handlers === undefined) throw refuseUnknownName('UNKNOWN_WIDGET', 'widget', widgetId)
    return handlers
  }

  #encode(call: PluginCall): string {
    const { bytesIn } = this.#limits
    const { view } = call
    const size = measureView(view, { bytesIn }, this.#view.last)
    const rows = call.kind === 'render' ? this.#trees.get(call.widgetId)?.turn : undefined
    const text = this.#adapter.encodeCall(call, rows ?? 0)
    // As long as the call would be as a whole, so that it is refused or not whatever came before it.
    const length = text.length + size.length
    if (length > bytesIn) throw refuseTooLong('The call', length, bytesIn)
    // What was measured is JSON.
    const posted = this.#view.encode(view as unknown as JsonValue)
    return this.#adapter.encodeView(text, posted)
  }

  /** The guest has the view that this call builds on. It always has, or something of ours is wrong. */
  #confirm({ value }: ValueAnswer): void {
    if (value['stale'] !== true) return
    this.#view.forget()
    throw refuse('PROTOCOL', 'The call cannot be carried out: its view builds on one that is not there. Call again.')
  }

  #treesOf(widgetId: string, handlers: readonly string[]): TreeReader {
    let trees = this.#trees.get(widgetId)
    if (trees === undefined) {
      trees = new TreeReader({ limits: this.#limits, handlers, blocks: this.#blocks.of(widgetId) })
      this.#trees.set(widgetId, trees)
    }
    return trees
  }

  #refuse(answer: RefusedAnswer, refusal: Pick<AnswerRefusal, 'where' | 'code'>): PluginRuntimeError {
    const { bytesOut } = this.#limits
    // Whatever became of it in there: the next call brings its view whole.
    this.#view.forget()
    return refuseAnswer(answer, { ...refusal, sandbox: this.#sandbox, positions: this.#positions, bytesOut })
  }

  #usage(textIn: string, textOut: string): CallUsage {
    return { ...this.#sandbox.usage(), bytesIn: textIn.length, bytesOut: textOut.length }
  }
}

const UNKNOWN_ROWS =
  'The widget answered a tree that cannot be shown: it names rows or blocks that are not there, or that come to too much together. The last valid tree stays. Give what ui.each makes to the tree of the same render.'

function rejectAll(count: number, most: number): readonly RejectedIntent[] {
  return Array.from({ length: Math.min(count, most) }, (_, index) => ({ index, reason: 'dispatch-in-render' }))
}

/** Empty for an answer of nothing. The bootstrap says by null that it was no JSON: there is nothing to be parsed then. */
function readValue({ value }: ValueAnswer, where: string): readonly unknown[] {
  const said = value['value']
  if (Array.isArray(said)) return said
  throw refuse('INVALID_OUTPUT', `${where} answered something that is not JSON. Nothing was applied. Answer JSON data.`)
}
