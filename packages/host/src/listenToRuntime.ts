import type { InstanceId, PluginRuntime, Unsubscribe } from '@plugboard/contracts'

import type { HostEvents } from './hostEvents.ts'
import type { InstanceSession } from './instanceSession.ts'

export interface ListenToRuntimeOptions {
  readonly runtime: PluginRuntime
  readonly sessions: ReadonlyMap<InstanceId, InstanceSession>
  readonly events: HostEvents
}

/** Passes on what the runtime says of this host's instances; a runtime may serve several hosts. */
export function listenToRuntime({ events, runtime, sessions }: ListenToRuntimeOptions): Unsubscribe {
  const stops = [
    runtime.on('log', (line) => {
      if (sessions.has(line.instanceId)) events.emit('log', line)
    }),
    runtime.on('crash', (crash) => {
      const own = crash.instanceIds.filter((instanceId) => sessions.has(instanceId))
      if (own.length === 0) return
      for (const instanceId of own) sessions.get(instanceId)?.health.noticeCrash(crash)
      events.emit('crash', { ...crash, instanceIds: own })
    }),
    runtime.on('restart', (restart) => {
      const session = sessions.get(restart.instanceId)
      if (session === undefined) return
      session.health.noticeRestart(restart.attempt)
      events.emit('restart', restart)
    }),
    runtime.on('quarantine', (quarantine) => {
      const session = sessions.get(quarantine.instanceId)
      if (session === undefined) return
      session.health.noticeQuarantine()
      events.emit('quarantine', quarantine)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
