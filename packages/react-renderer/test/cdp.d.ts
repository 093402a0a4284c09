export type CdpParameters = Readonly<Record<string, unknown>>

// What the Playwright provider adds, without making it a dependency of this package.
declare module 'vitest/browser' {
  interface CDPSession {
    send(method: string, params?: CdpParameters): Promise<unknown>
  }
}
