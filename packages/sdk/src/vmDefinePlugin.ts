/** The VM's own global, when there is a VM. Another name than the SDK's function only after bundling. */
declare const definePlugin: unknown

/**
 * The `definePlugin` that the VM put into scope, or undefined outside a VM.
 *
 * A free name and not a property of `globalThis`: some runtimes hand it to the code as a parameter. It has a module of
 * its own because a module that declares the same name could not see it.
 */
export function findVmDefinePlugin(): unknown {
  return typeof definePlugin === 'undefined' ? undefined : definePlugin
}
