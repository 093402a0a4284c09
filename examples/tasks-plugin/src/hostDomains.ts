/** The shared domain of the host that this plugin is written for: what is seen of it, and what may be asked. */
export interface OpenTasks {
  readonly state: { readonly total: number }
  readonly actions: { readonly 'set-own': { readonly open: number } }
}

declare module '@plugboard/sdk' {
  interface Register {
    domains: { 'open-tasks': OpenTasks }
  }
}
