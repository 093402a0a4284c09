/**
 * What there is of a console in a VM: each call is one line, with its level and the place in your code. Values are written as
 * JSON; a line is cut at 2,000 characters, and past 50 lines a second the rest is dropped. The host shows lines to whoever looks
 * for them; nothing depends on them, and a render may write them too.
 */
export interface PluginConsole {
  debug(...values: unknown[]): void
  /** The same as `info`. */
  log(...values: unknown[]): void
  info(...values: unknown[]): void
  warn(...values: unknown[]): void
  error(...values: unknown[]): void
}

// A plugin is compiled without the types of a page or of Node.js; where they are, this is a part of theirs.
declare global {
  interface Console extends PluginConsole {}
  // oxlint-disable-next-line no-var -- as the libraries of TypeScript declare it; another form is another variable
  var console: Console
}
