import type { EngineInstance } from '../engine/engineInstance.ts'
import { Guest, type Tenant } from './Guest.ts'
import type { VmHome } from './VmHome.ts'

/** An engine instance for one VM. */
export class OwnedHome implements VmHome {
  readonly guest: Guest
  readonly loaded = null
  readonly isShared = false
  readonly #engine: EngineInstance

  /** Takes an engine that nothing has run in. */
  constructor(engine: EngineInstance, stackBytes: number) {
    this.#engine = engine
    this.guest = new Guest(engine, stackBytes)
  }

  enter(tenant: Tenant): boolean {
    this.guest.tenant = tenant
    return true
  }

  // Each instance runs the code in a memory of its own.
  share(): void {}

  // Dropped as it is: never disposed, because freeing what a guest built runs the engine over it once more.
  leave(): void {
    this.guest.tenant = null
  }

  abandon(): void {
    this.leave()
  }

  memoryBytes(): number {
    return this.#engine.memory.size()
  }

  isExhausted(): boolean {
    return this.#engine.memory.isExhausted()
  }
}
