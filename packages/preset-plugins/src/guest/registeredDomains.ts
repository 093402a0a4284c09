import type { PresetDomains } from '../domains/presetDomains.ts'

declare module '@plugboard/sdk' {
  interface Register {
    domains: PresetDomains
  }
}
