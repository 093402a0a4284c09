import { presetLocalReducers, presetPlugins, presetSharedDomains } from '@plugboard/preset-plugins'
import { createPluginSlice } from '@plugboard/store-core'

// A slice that knows how the presets' own state changes, and what they share.
export const slice = createPluginSlice({ localReducers: presetLocalReducers, sharedDomains: presetSharedDomains })

// What there is to load, and what each package asks for.
export const catalogue = presetPlugins.map(({ manifest }) => [manifest.title, manifest.capabilities] as const)
