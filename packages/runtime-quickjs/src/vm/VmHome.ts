import type { LoadedCode } from './LoadedCode.ts'
import type { Guest, Tenant } from './Guest.ts'

/** The memory that a sandbox runs in: its own, or one that it shares in time with others. */
export interface VmHome {
  readonly guest: Guest
  /** The plugin's code, where the VM begins as a copy of one that ran it; null where it has to be run. */
  readonly loaded: LoadedCode | null
  /** Whether others use the memory in between. */
  readonly isShared: boolean
  /**
   * Makes the tenant's bytes the ones that are in the memory. Called before each call, and only between calls. False when
   * they are gone, because there was no room to keep them.
   */
  enter(tenant: Tenant): boolean
  /**
   * The code has run, and left nothing but its definition: another instance may begin as a copy of this one. `fuel` is
   * what it took.
   */
  share(loaded: LoadedCode, fuel: number): void
  /** The tenant's VM is not needed any more. Nothing of it is ever run again. */
  leave(): void
  /** As {@link leave}, of a VM that was stopped: its frames may still lie on the stack. */
  abandon(): void
  /** Bytes that the VM takes now. */
  memoryBytes(): number
  /** Whether the guest ran into the end of its memory. */
  isExhausted(): boolean
}
