declare module '*?plugin' {
  /** A plugin, as the one script that a host takes. */
  export const code: string
  /** Version-3 source map of it. */
  export const sourceMap: string
}
