declare module 'virtual:plugin-prelude' {
  /** The SDK as one script whose value is the `require` of compiled plugins. */
  export const prelude: string
}
