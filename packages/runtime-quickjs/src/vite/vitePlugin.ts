// What of Vite's types is used here, so that nobody needs Vite in order to read this package's.

/** A chunk of a build. */
export interface BuiltChunk {
  readonly type: 'chunk'
  readonly fileName: string
  readonly code: string
  readonly imports: readonly string[]
  readonly moduleIds: readonly string[]
}

/** A file of a build that is no chunk; workers are. */
export interface BuiltAsset {
  readonly type: 'asset'
  readonly fileName: string
}

/** A page that is built, with the files of its build. */
export interface BuiltPage {
  readonly path: string
  readonly bundle?: Readonly<Record<string, BuiltChunk | BuiltAsset>> | undefined
  /** The page's own script. */
  readonly chunk?: BuiltChunk | undefined
}

/** A tag that is put into a page. */
export interface HeadTag {
  readonly tag: 'script'
  readonly children: string
  readonly injectTo: 'head-prepend'
}

/** A plugin for Vite. */
export interface EarlyStartPlugin {
  readonly name: string
  readonly apply: 'build'
  readonly configResolved: (config: { readonly base: string }) => void
  readonly transformIndexHtml: {
    readonly order: 'post'
    readonly handler: (html: string, page: BuiltPage) => HeadTag[]
  }
}
