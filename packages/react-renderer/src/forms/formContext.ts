import { type Context, createContext, useContext } from 'react'

/** The form around a node. Stable from one tree to the next, so that unchanged nodes do not render. */
export interface FormHandle {
  /** Sends the form, unless the host finds something wrong with its fields. */
  submit(): void
  /** Enter was pressed in a field: the form's first button that sends it is pressed; without one it is sent. */
  submitByEnter(): void
}

export const FormContext: Context<FormHandle | null> = createContext<FormHandle | null>(null)

/**
 * The nearest form around a node, or null. For components that draw buttons in their own way: call `submit` after the
 * button's own `press` was sent, where the node says `submit`.
 */
export function useForm(): FormHandle | null {
  return useContext(FormContext)
}
