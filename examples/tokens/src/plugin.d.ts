declare module '*?plugin' {
  /** A plugin, as the one script that a host takes. */
  export const code: string
}
