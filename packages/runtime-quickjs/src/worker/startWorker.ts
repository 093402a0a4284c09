import type { EngineSource } from '../engine/engineSource.ts'
import { WIRE_VERSION } from '../protocol/wire.ts'
import { QuickJSRuntimeService } from '../service/QuickJSRuntimeService.ts'
import { serveRuntime, type ServerPort } from './serveRuntime.ts'

/** Serves QuickJS VMs over a port. Says `ready` once the engine is compiled, so that no plugin's deadline pays for it. */
export async function startWorker(port: ServerPort, engine: EngineSource): Promise<void> {
  try {
    const compiled = await engine.compile()
    serveRuntime(port, new QuickJSRuntimeService({ engine: { compile: () => Promise.resolve(compiled) } }))
    port.post({ type: 'ready', version: WIRE_VERSION })
  } catch {
    port.post({
      type: 'failed',
      error: {
        code: 'RUNTIME_CRASHED',
        message: 'The engine could not be loaded in the worker. Check that its .wasm file is served.',
      },
    })
  }
}
