/**
 * Guest source: every built-in that the bootstrap uses, taken before plugin code can replace one.
 *
 * Rules for all of the bootstrap's pieces: call built-ins only through these names; no `for…of`, no spread, no array
 * destructuring (they ask `Symbol.iterator`, which a plugin can replace); write no element of an array that is not there
 * yet (a setter on `Array.prototype` would get it); join texts by `+`; keep what decides in variables and in records
 * without a prototype.
 */
export const primordialsSource: string = String.raw`
  const { apply, construct, ownKeys } = Reflect
  const { keys, freeze, is, defineProperty, getPrototypeOf, create } = Object
  const { isArray } = Array
  const { parse, stringify } = JSON
  const { floor, imul } = Math
  const NativeDate = Date
  const NativeError = Error
  const NativeInternalError = InternalError
  const NativeTypeError = TypeError
  const NativeString = String
  const NativeWeakSet = WeakSet
  const { add: weakSetAdd, has: weakSetHas } = WeakSet.prototype
  const functionToString = Function.prototype.toString
  const { indexOf: arrayIndexOf, toSpliced } = Array.prototype
  const stringRepeat = String.prototype.repeat
  const stringSlice = String.prototype.slice
  const stringIndexOf = String.prototype.indexOf
  const stringCharCodeAt = String.prototype.charCodeAt
  const errorToString = Error.prototype.toString
  const slice = (text, from, to) => apply(stringSlice, text, [from, to])
  const indexOf = (text, part, from) => apply(stringIndexOf, text, [part, from])
  const codeAt = (text, index) => apply(stringCharCodeAt, text, [index])
  const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

  // JSON text of anything, or undefined where there is none: cycles, BigInt, throwing getters and toJSON, functions.
  const toJson = (value) => {
    try {
      return stringify(value)
    } catch (thrown) {
      return undefined
    }
  }
`
