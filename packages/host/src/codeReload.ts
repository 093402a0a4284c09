import { toErrorShape, type JsonValue, type RuntimeErrorShape } from '@plugboard/contracts'

import { carryState, type CarriedState, type CarryStateOptions } from './carryState.ts'
import type { InstanceSession } from './instanceSession.ts'
import type { InstanceCode } from './packageCatalog.ts'
import { createReloadError, createUnknownInstanceError, PluginHostError } from './pluginHostError.ts'

/** What a reload is to do with the state. */
export type CarryWish = Pick<CarryStateOptions, 'wish' | 'migrate'>

/**
 * Puts other code into an instance, if the code proves itself; else the instance is as it was. Events wait meanwhile,
 * because its status is `loading`, and views keep what they show.
 *
 * @throws PluginHostError that says what runs now.
 */
export async function reloadCode(session: InstanceSession, code: InstanceCode, wish: CarryWish): Promise<CarriedState> {
  const before = session.record
  if (before === undefined) throw createUnknownInstanceError(session.instanceId)
  const causeSeq = await session.discardVm(null, code)
  try {
    return await proveAndAdopt(session, code, wish)
  } catch (cause) {
    const { events, link, now, slice } = session.context
    const { instanceId } = session
    if (session.isGone) throw createUnknownInstanceError(instanceId)
    const error = describe(cause)
    const meta = { causeSeq, timestamp: now() }
    const seq = link.dispatch(slice.actions.traceRecorded({ kind: 'error', instanceId, error }, meta))
    events.emit('error', { instanceId, error })
    const oldCode = before.status === 'ready' ? await startAgain(session, seq) : await session.stopAgain(before, seq)
    if (session.isGone) throw createUnknownInstanceError(instanceId)
    const reason = cause instanceof PluginHostError ? cause.code : error.code
    throw createReloadError({ ...error, code: reason }, { instanceId, oldCode, cause })
  }
}

/** Runs new code up to its first pictures, which nobody sees, and lets it take over. */
async function proveAndAdopt(session: InstanceSession, code: InstanceCode, wish: CarryWish): Promise<CarriedState> {
  const plugin = await session.startVm(code)
  const { leased } = session.renders
  const widgetIds = leased.length > 0 ? leased : plugin.widgets.slice(0, 1)
  for (;;) {
    const { pluginState: state } = session
    const toVersion = code.manifest?.stateVersion
    const choice = carryState({ ...wish, state, fromVersion: session.stateVersion, toVersion })
    const next = choice.outcome === 'reset' ? (plugin.initialState ?? {}) : choice.state
    for (const widgetId of widgetIds) await rehearse(session, widgetId, next)
    // The host may have changed the state itself meanwhile: a migration of the old one would take that back.
    if (choice.outcome === 'migrated' && session.pluginState !== state) continue
    session.adopt(code, plugin, choice.outcome === 'kept' ? undefined : next)
    return choice.outcome
  }
}

/** Draws a widget once, for nobody, with the view that it would have. */
async function rehearse(session: InstanceSession, widgetId: string, pluginState: JsonValue): Promise<void> {
  const { link, slice } = session.context
  for (;;) {
    const view = slice.selectors.selectPluginView(link.state, session.instanceId)
    if (view === null || session.isGone) throw createUnknownInstanceError(session.instanceId)
    try {
      await session.vm.call({ kind: 'render', widgetId, view: { ...view, pluginState } })
      return
    } catch (thrown) {
      if (!session.vm.excuse(thrown)) throw thrown
    }
  }
}

async function startAgain(session: InstanceSession, causeSeq: number): Promise<'runs' | 'lost'> {
  await session.discardVm(causeSeq, session.code)
  try {
    await session.load()
    return 'runs'
  } catch {
    // Its record says why.
    return 'lost'
  }
}

// The trace knows the runtime's codes only: a state that cannot be carried over is a package that does not fit.
function describe(cause: unknown): RuntimeErrorShape {
  if (cause instanceof PluginHostError) return { code: 'INVALID_PLUGIN', message: cause.message }
  return toErrorShape(cause)
}
