/** The VM's own global, when there is a VM. Another name than the SDK's builders only after bundling. */
declare const ui: unknown

/** What the VM's `ui` has that cannot be built out of data. */
export interface VmUi {
  readonly each: (items: readonly unknown[], render: unknown, options: unknown) => unknown
  readonly block: (template: unknown) => unknown
}

/** The VM's `ui`, or undefined outside a VM. It has a module of its own: one that declares the name could not see it. */
export function findVmUi(): VmUi | undefined {
  if (typeof ui !== 'object' || ui === null || !isFunction(ui, 'each') || !isFunction(ui, 'block')) return undefined
  // Both are functions of the VM's, under the same names.
  return ui as unknown as VmUi
}

/** Whether a list is one that the VM made with `memo`: it says itself what of it is known, and only as a whole. */
export function isVmRows(value: unknown): boolean {
  return Array.isArray(value) && Object.hasOwn(value, 'toJSON')
}

function isFunction(object: object, name: string): boolean {
  return name in object && typeof (object as Record<string, unknown>)[name] === 'function'
}
