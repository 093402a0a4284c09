import type { UINode } from '@plugboard/contracts'

import { jsx, type Component } from './jsx-runtime.ts'

export { Fragment } from './jsx-runtime.ts'
export type { JSX } from './jsx-runtime.ts'

/** `jsx` with the arguments that compilers add in development; the extra ones are not used. */
export function jsxDEV(type: Component<object>, props: object, key?: string | number): UINode {
  return jsx(type, props, key)
}
