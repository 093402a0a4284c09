import { createInstanceId, NO_GRANTS } from '@plugboard/contracts'
import type { EventResult, InstanceId, LoadPluginRequest, RenderResult, RuntimeEvents } from '@plugboard/contracts'

import { QuickJSRuntimeService, type QuickJSRuntimeServiceOptions } from '../src/service/QuickJSRuntimeService.ts'
import { compiled } from './vmKit.ts'

/** A service with a clock that the test moves, small budgets, and everything that it emitted. */
export interface ServiceKit {
  readonly service: QuickJSRuntimeService
  readonly emitted: { readonly [E in keyof RuntimeEvents]: RuntimeEvents[E][] }
  readonly advance: (ms: number) => void
  /** Loads code under a fresh id, unless the request brings one. */
  readonly load: (code: string, request?: Partial<LoadPluginRequest>) => Promise<InstanceId>
  readonly press: (instanceId: InstanceId, handler: string, args?: number) => Promise<EventResult>
  readonly render: (instanceId: InstanceId) => Promise<RenderResult>
}

/** Makes a service for one test. */
export function createServiceKit(options: Partial<QuickJSRuntimeServiceOptions> = {}): ServiceKit {
  let time = 1_000_000
  const service = new QuickJSRuntimeService({
    engine: { compile: () => compiled },
    now: () => time,
    limits: { fuel: { load: 20, render: 10, event: 10 } },
    ...options,
  })
  const emitted: ServiceKit['emitted'] = { crash: [], restart: [], quarantine: [], log: [] }
  service.on('crash', (detail) => void emitted.crash.push(detail))
  service.on('restart', (detail) => void emitted.restart.push(detail))
  service.on('quarantine', (detail) => void emitted.quarantine.push(detail))
  service.on('log', (detail) => void emitted.log.push(detail))
  const viewOf = (instanceId: InstanceId) => ({
    pluginState: null,
    globalState: { self: { packageId: 'guest', instanceId }, shared: {} },
    grants: NO_GRANTS,
  })
  return {
    service,
    emitted,
    advance: (ms) => {
      time += ms
    },
    async load(code, request = {}) {
      const instanceId = request.instanceId ?? createInstanceId('guest')
      await service.load({ packageId: 'guest', instanceId, code, ...request })
      return instanceId
    },
    press: (instanceId, handler, args) =>
      service.call(instanceId, {
        kind: 'event',
        widgetId: 'main',
        handler,
        event: { type: 'press', ...(args === undefined ? {} : { args }) },
        view: viewOf(instanceId),
      }),
    render: (instanceId) => service.call(instanceId, { kind: 'render', widgetId: 'main', view: viewOf(instanceId) }),
  }
}
