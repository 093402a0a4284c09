import type { PackageImports, PackageImportsOptions } from './packageImports.ts'

/** The imported packages of a workspace; what reads them is loaded with the first that is wanted. */
export type LazyImports = () => Promise<PackageImports>

/** A load that failed is tried again. */
export function lazyImports(options: PackageImportsOptions): LazyImports {
  let loaded: Promise<PackageImports> | null = null
  return async () => {
    loaded ??= import('./packageImports.ts').then(({ PackageImports }) => new PackageImports(options))
    try {
      return await loaded
    } catch (error) {
      loaded = null
      throw error
    }
  }
}
