import { DEFAULT_LIMITS, type CallBudget, type PluginLimits } from '@plugboard/contracts'

/** A recording is somebody else's: it asks for this many times the defaults at most. */
const MOST_TIMES = 16

/** How much longer than by default a call may take: another machine may be slower, and fuel decides first. */
const PATIENCE = 10

/**
 * The limits under which a recorded instance is run again: those that it had, so that it is stopped where it was stopped,
 * but for the clock's, which is the machine's.
 */
export function computeReplayLimits(recorded: Partial<PluginLimits> = {}): Partial<PluginLimits> {
  const { fuel = DEFAULT_LIMITS.fuel, wallMs: _, graceMs: _grace, ...counts } = recorded
  const bounded = Object.entries(counts).map(([name, figure]) => [
    name,
    Math.min(figure, DEFAULT_LIMITS[name as keyof typeof counts] * MOST_TIMES), // a name of theirs
  ])
  return {
    ...(Object.fromEntries(bounded) as typeof counts), // as above
    fuel: eachOf((kind) => Math.min(fuel[kind], DEFAULT_LIMITS.fuel[kind] * MOST_TIMES)),
    wallMs: eachOf((kind) => DEFAULT_LIMITS.wallMs[kind] * PATIENCE),
  }
}

function eachOf(compute: (kind: keyof CallBudget) => number): CallBudget {
  return { load: compute('load'), render: compute('render'), event: compute('event') }
}
