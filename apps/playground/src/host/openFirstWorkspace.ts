import type { PluginHost } from '@plugboard/host'

/**
 * What a first visitor meets: two counters, of which one may not write the shared total, a dashboard, and the denied
 * write that follows from that, with its reason one click away.
 */
export async function openFirstWorkspace(host: PluginHost): Promise<{ readonly denied: string }> {
  const [granted, denied] = await Promise.all([
    host.load({ packageId: 'counter' }),
    loadDenied(host),
    host.load({ packageId: 'status-dashboard' }),
    host.load({ packageId: 'greeter' }),
  ])
  press(host, granted, 'increment', 3)
  press(host, denied, 'increment', 1)
  return { denied }
}

/** A counter that may not write the shared total, and was just denied to. Its id. */
export async function openDeniedCounter(host: PluginHost): Promise<string> {
  const denied = await loadDenied(host)
  press(host, denied, 'increment', 1)
  return denied
}

function loadDenied(host: PluginHost): Promise<string> {
  return host.load({
    packageId: 'counter',
    initialGrants: { readShared: ['counter-summary'], writeShared: [], systemCommands: [] },
  })
}

function press(host: PluginHost, instanceId: string, handler: string, times: number): void {
  const lease = host.lease(instanceId, 'main')
  for (let count = 0; count < times; count += 1) lease.emit(handler, { type: 'press' })
  lease.release()
}
