import { QuickJSRuntimeService } from '../service/QuickJSRuntimeService.ts'
import { serveRuntime, type ServerPort } from './serveRuntime.ts'

/** Serves QuickJS VMs over a port. */
export function serveQuickJS(port: ServerPort): void {
  serveRuntime(port, ({ engine, limits }) => {
    const service = new QuickJSRuntimeService({ engine: { compile: () => Promise.resolve(engine) } })
    void service.prepare(limits)
    return service
  })
}
