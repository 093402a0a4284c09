import * as sdk from '@plugboard/sdk'
import * as jsxRuntime from '@plugboard/sdk/jsx-runtime'

/** What the compiled code of a plugin calls for its imports. */
export function require(name: string): object {
  if (name === '@plugboard/sdk') return sdk
  if (name === '@plugboard/sdk/jsx-runtime') return jsxRuntime
  throw new Error(`"${name}" cannot be imported: a plugin imports @plugboard/sdk, and nothing else.`)
}
