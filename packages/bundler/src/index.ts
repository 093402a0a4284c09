export { BUNDLE_DIAGNOSTICS } from './bundleDiagnostics.ts'
export { bundlePlugin } from './bundlePlugin.ts'

export type { BundleDiagnosticCode, BundleDiagnosticEntry } from './bundleDiagnostics.ts'
export type { BundlePluginOptions, PluginBundle } from './bundlePlugin.ts'
