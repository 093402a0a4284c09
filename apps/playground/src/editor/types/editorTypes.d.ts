declare module 'virtual:editor-types' {
  /** Declarations by path. */
  export const typeFiles: Readonly<Record<string, string>>
}
