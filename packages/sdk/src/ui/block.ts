import type { UIBlock } from './blockTypes.ts'
import { findVmUi } from './vmUi.ts'

type Template = (slot: (name: string) => never) => unknown

/** Declares a template: the VM's own `ui.block` where there is a VM, and elsewhere a function that draws it each time. */
export const block: UIBlock = (template: Template): never => {
  const run = findVmUi()?.block ?? drawEach
  // Each overload says what its template becomes; at run time there is one function for all of them.
  return run(template) as never
}

function drawEach(template: Template): (values: Readonly<Record<string, never>>) => unknown {
  return (values) => template((name) => values[name] as never)
}
